import { once } from 'node:events'
import { describe, expect, it } from 'vitest'
import { startSandbox } from '../../src/sandbox/sandbox.ts'
import { QuitError, unlessQuit } from '../../src/process/unless-quit.ts'
import { spawnBot } from '../support/bot-process.ts'
import { compileBot } from '../support/compiled.ts'
import { ownFolder } from '../support/own-folder.ts'

describe('work that may be told to quit', () => {
  it('ends with what it would end with otherwise', async () => {
    const { signal } = new AbortController()
    expect(await unlessQuit(Promise.resolve(1), signal)).toBe(1)
    expect(await unlessQuit(Promise.resolve(1))).toBe(1)
    await expect(unlessQuit(Promise.reject(new Error('no')), signal)).rejects.toThrow('no')
  })

  it('is left to itself as soon as it is told, and when it was told before', async () => {
    const [quit, forever] = [new AbortController(), new Promise(() => {})]
    const work = unlessQuit(forever, quit.signal)
    quit.abort()
    await expect(work).rejects.toBeInstanceOf(QuitError)
    await expect(unlessQuit(forever, quit.signal)).rejects.toBeInstanceOf(QuitError)
  })
})

it('Baton stops cleanly while it still waits for its first socket', async () => {
  await compileBot()
  const slack = await startSandbox()
  slack.faults.add({ kind: 'server-error', method: 'apps.connections.open', times: Infinity })
  const bot = spawnBot(slack, { DATA_DIR: await ownFolder('quit') })
  try {
    let log = ''
    for (const stream of [bot.stdout, bot.stderr])
      stream?.on('data', (chunk: Buffer) => (log += chunk.toString()))
    const asked = () =>
      slack.log.find((record) => 'method' in record && record.method === 'apps.connections.open')
    await slack.waitFor(asked, 'the bot to ask for a socket')
    bot.kill('SIGTERM')
    const [code] = (await once(bot, 'exit')) as [number | null]
    expect(code).toBe(0)
    expect(log).toContain('Baton has stopped')
  } finally {
    bot.kill('SIGKILL')
    await slack.stop()
  }
})
