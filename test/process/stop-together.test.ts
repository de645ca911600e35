import { pino } from 'pino'
import { describe, expect, it } from 'vitest'
import { loggable as say } from '../../src/flows/errors/loggable.ts'
import { stopTogether } from '../../src/process/stop-together.ts'

const never = () => new Promise<void>(() => undefined)

describe('stopping', () => {
  const log: string[] = []
  const options = {
    graceMs: 50,
    log: pino({}, { write: (line: string) => void log.push(line) }),
    loggable: say,
  }

  it('waits for every part, and leaves behind the one that does not end', async () => {
    let ended = false
    const slow = async () => {
      await new Promise((done) => setTimeout(done, 20))
      ended = true
    }
    await stopTogether(
      new Map([
        ['slow', slow],
        ['stuck', never],
      ]),
      options,
    )
    expect(ended).toBe(true)
    expect(log.join()).toContain('"part":"stuck"')
    expect(log.join()).not.toContain('"part":"slow"')
  })

  it('stops the others when one fails, and says so', async () => {
    let ended = false
    const parts = new Map([
      ['broken', () => Promise.reject(new Error('canary'))],
      ['fine', async () => void (ended = true)],
    ])
    await expect(stopTogether(parts, options)).rejects.toThrow('a part could not be stopped')
    expect(ended).toBe(true)
    expect(log.at(-1)).toMatch(/"part":"broken","why":"Error at .*"a part could not be stopped"/)
    expect(log.at(-1)).not.toContain('canary')
  })
})
