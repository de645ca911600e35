import { describe, expect, it } from 'vitest'
import { referenceOf } from '../../../src/domain/notice/trouble.ts'
import { healthOf } from '../../../src/flows/health/health.ts'
import type { Readings } from '../../../src/flows/health/readings.ts'
import { at } from '../../support/leads.ts'

const fine: Readings = {
  now: at('10:00'),
  database: { kind: 'PostgreSQL', answers: true },
  slack: { kind: 'socket', connected: true, connections: 1 },
  unstored: null,
  clock: { latenessMs: 3, sinceTickMs: 20_000 },
  shared: { queue: [], troubles: [], digestOverdueMs: 0 },
  postsPerSecond: 1,
}
const archived = { lane: 'C0LEADS', cause: 'is_archived' }
const refused = { ...archived, count: 3, leads: 3, tries: 3, since: at('09:00'), isReport: false }
const waits = (count: number, since: string) => ({
  queue: [
    { state: 'waiting' as const, courier: 'slack', lane: 'C0LEADS', cause: null, count, since: at(since) },
  ],
  ...{ troubles: [], digestOverdueMs: 0 },
})

describe('health', () => {
  it('has nothing to say when all is well', () => {
    expect(healthOf(fine)).toMatchObject({ ready: true, degraded: [] })
  })

  it.each<[string, Partial<Readings>, string, string]>([
    ['Slack away', { slack: { kind: 'socket', connected: false, connections: 1 } }, 'slack', 'leads wait'],
    [
      'leads that could not be stored',
      { unstored: { at: at('09:58'), reference: 'ref-1' } },
      'intake',
      '120 s ago, and none was since: the log says why (ref-1). Check the disk',
    ],
    [
      'notices refused for good',
      { shared: { queue: [], troubles: [refused], digestOverdueMs: 0 } },
      'notices',
      `3 refused by Slack for good (${referenceOf(archived)}): see npm run baton -- outbox`,
    ],
    [
      'a notice that waits too long',
      { shared: waits(1, '09:44') },
      'delivery',
      '1 wait, the oldest for 960 s',
    ],
    ['a clock that ticks late', { clock: { latenessMs: 31_000, sinceTickMs: 0 } }, 'clock', '31 s late'],
    ['a clock that stopped', { clock: { latenessMs: 0, sinceTickMs: 151_000 } }, 'clock', '151 s ago'],
    [
      'a digest that is overdue',
      { shared: { queue: [], troubles: [], digestOverdueMs: 301_000 } },
      'digest',
      'overdue for 301 s',
    ],
  ])('asks for a look at %s, and takes leads in all the same', (...[, reading, name, says]) => {
    const { ready, degraded, checks } = healthOf({ ...fine, ...reading })
    expect([ready, degraded]).toEqual([true, [name]])
    expect(checks[name]).toContain(says)
  })

  it('gives a long queue the time that it needs', () => {
    expect(healthOf({ ...fine, shared: waits(1000, '09:35') }).degraded).toEqual([])
  })

  it('is not ready without its database, and says what to check', () => {
    const { ready, degraded, checks } = healthOf({
      ...fine,
      database: { kind: 'PostgreSQL', answers: false },
      shared: null,
    })
    expect([ready, degraded]).toEqual([false, ['database']])
    expect(checks['database']).toContain('check DATABASE_URL')
  })
})
