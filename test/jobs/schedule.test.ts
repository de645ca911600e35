import { pino } from 'pino'
import { expect, it, vi } from 'vitest'
import { startJobs } from '../../src/jobs/schedule.ts'
import { engines } from '../support/database.ts'
import { eventually } from '../support/patience.ts'
import { handOffOne, openDesk } from '../support/desk.ts'
import { aReceivedLead } from '../support/leads.ts'

const engine = engines[0]
if (!engine) throw new Error('no engine to test on')

const silent = pino({ level: 'silent' })
const digestTime = new Date('2026-11-23T09:00:00+01:00')

it('posts at start the digest that fell due while nobody was running, and nudges the sender', async () => {
  await using desk = await openDesk(engine)
  await handOffOne(desk, aReceivedLead({ qualified: true }))
  desk.setClock(digestTime)
  const nudge = vi.fn<() => void>()
  const jobs = startJobs({ deps: desk.deps, log: silent, nudge })
  await jobs.stop()
  expect(nudge).toHaveBeenCalledTimes(1)
  const expected = [
    { kind: 'digest', week: '2026-W47' },
    { kind: 'digest-details', week: '2026-W47' },
    { kind: 'digest-csv', week: '2026-W47' },
  ]
  expect(await desk.shown()).toMatchObject(expected)
})

it('survives a job that fails, and says so in the log', async () => {
  await using desk = await openDesk(engine)
  const lines: string[] = []
  const log = pino({}, { write: (line: string) => void lines.push(line) })
  const now = () => {
    throw new Error('the clock stopped')
  }
  await startJobs({ deps: { ...desk.deps, now }, log }).stop()
  expect(lines.join()).toContain('job failed')
})

it('looks again each minute, and never while it is still looking', async () => {
  await using desk = await openDesk(engine)
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'setInterval', 'clearInterval', 'Date'] })
  try {
    let looks = 0
    let release = () => {}
    const held = new Promise<void>((resolve) => (release = resolve))
    const current = async () => {
      looks++
      await held
      return desk.deps.db.playbooks.current()
    }
    const db = { ...desk.deps.db, playbooks: { ...desk.deps.db.playbooks, current } }
    const jobs = startJobs({ deps: { ...desk.deps, db }, log: silent })
    await vi.advanceTimersByTimeAsync(180_000)
    // Both jobs begin by reading the playbook.
    expect(looks).toBe(2)
    release()
    await eventually(async () => {
      await vi.advanceTimersByTimeAsync(60_000)
      expect(looks).toBeGreaterThan(2)
    })
    vi.useRealTimers()
    await jobs.stop()
  } finally {
    vi.useRealTimers()
  }
})
