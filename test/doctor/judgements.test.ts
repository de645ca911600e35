import { describe, expect, it } from 'vitest'
import { defaultPlaybook } from '../../prisma/seed.ts'
import type { OpenView } from '../../src/db/inspect.ts'
import { againstDatabase } from '../../src/doctor/checks/clock.ts'
import { judge as judgeDatabase } from '../../src/doctor/checks/database.ts'
import { judge as judgeNotices } from '../../src/doctor/checks/notices.ts'
import { judge as judgePlaybook } from '../../src/doctor/checks/playbook.ts'
import { judge as judgeWords } from '../../src/doctor/checks/shared-words.ts'
import { defaultPersonas } from '../../prisma/seed.ts'
import { told } from './examined.ts'

const now = new Date('2026-11-25T08:03:00Z')
const minutesAgo = (n: number) => new Date(now.getTime() - n * 60_000)

const ofNow: OpenView['migrations'] = {
  ...{ applied: ['1_init'], missing: [], unknown: [], unfinished: [], foreign: [], mayCreate: true },
}

/** Only what is judged: the stores of a view are for others. */
function viewed(changes: Partial<OpenView>): OpenView {
  const unused = () => Promise.reject(new Error('not asked here'))
  const migrations = ofNow
  const server = { otherwise: [], isStandby: false, encoding: 'UTF8', unsafe: [], telling: [] }
  return {
    ...{
      state: 'open',
      kind: 'PostgreSQL',
      version: '18.4',
      roundTripMs: 2,
      clockAheadMs: 0,
      migrations,
      server,
    },
    // Nothing that is judged here looks into the stores.
    ...{ db: {} as OpenView['db'], hasPlaybook: unused, notices: unused, close: unused },
    ...changes,
  }
}
const served = (changes: Partial<OpenView['server']>) =>
  viewed({ server: { ...viewed({}).server, ...changes } })
const migrated = (changes: Partial<OpenView['migrations']>) =>
  viewed({ migrations: { ...ofNow, ...changes } })

describe('the doctor judges a database', () => {
  it.each([
    ['ok | database | PostgreSQL 18.4 answers in 2 ms', viewed({})],
    ['ok | migrations | all 1 are applied', viewed({})],
    ['warning | database | PostgreSQL 18.4 answers in 900 ms, which is slow', viewed({ roundTripMs: 900 })],
    ['warning | migrations | 1 to come: 2_more', migrated({ missing: ['2_more'] })],
    ['problem | migrations | the database is of a later Baton: 3_new', migrated({ unknown: ['3_new'] })],
    [
      'problem | migrations | the database holds tables that are not Baton’s (customers, orders) | Create a database',
      migrated({ applied: [], missing: ['1_init'], foreign: ['customers', 'orders'] }),
    ],
    [
      'problem | migrations | some are to come, and the role in DATABASE_URL may not create tables | Give it',
      migrated({ missing: ['2_more'], mayCreate: false }),
    ],
    ['ok | migrations | all 1 are applied', migrated({ mayCreate: false })],
    ['problem | migrations | 2_half began and did not finish', migrated({ unfinished: ['2_half'] })],
    [
      'ok | database | PGlite, not there yet',
      { state: 'absent', folder: '/data', isWritable: true } as const,
    ],
    [
      'problem | database | PGlite, not there yet, and /data can’t be written to',
      { state: 'absent', folder: '/data', isWritable: false } as const,
    ],
    [
      'problem | database | is a standby, which takes no writes: no lead can be stored | Put the address',
      served({ isStandby: true }),
    ],
    [
      'problem | database | does not keep what Baton sets for its sessions: TimeZone is Asia/Tokyo and not UTC',
      served({ otherwise: [{ name: 'TimeZone', setting: 'Asia/Tokyo', wanted: 'UTC' }] }),
    ],
    ['skipped | database | a Baton is running on /data', { state: 'in-use', folder: '/data' } as const],
    ['problem | database | can’t be opened (no)', { state: 'away', why: 'no' } as const],
  ])('%s', (line, view) => {
    expect(told(judgeDatabase(view))).toContainEqual(expect.stringContaining(line))
  })

  it('whose clock is off, where it has one of its own', () => {
    const view = viewed({ clockAheadMs: 20_000 })
    expect(told(againstDatabase(view))).toEqual([expect.stringContaining('the database is 20 s ahead of')])
    expect(againstDatabase({ ...view, kind: 'PGlite' })).toEqual([])
    expect(againstDatabase(viewed({ clockAheadMs: -9_000 }))).toEqual([])
  })
})

describe('the doctor judges notices', () => {
  const none = { count: 0, since: null, error: null }
  it.each([
    ['ok | notices | 0 waiting, none refused', { waiting: none, failed: none }],
    [
      'ok | notices | 3 waiting, none refused',
      { waiting: { count: 3, since: minutesAgo(2), error: null }, failed: none },
    ],
    [
      'warning | notices | 3 waiting to be posted (ratelimited), the oldest 6 min ago',
      { waiting: { count: 3, since: minutesAgo(6), error: 'ratelimited' }, failed: none },
    ],
    [
      'problem | notices | 3 waiting to be posted, the oldest 31 min ago',
      { waiting: { count: 3, since: minutesAgo(31), error: null }, failed: none },
    ],
    [
      'problem | notices | 2 refused by Slack for good (is_archived), the oldest 3 days ago | Mend what Slack named, then: npm run baton -- outbox',
      { waiting: none, failed: { count: 2, since: minutesAgo(4400), error: 'is_archived' } },
    ],
  ])('%s', (line, ages) => {
    expect(told(judgeNotices(ages, now))).toEqual([expect.stringContaining(line)])
  })
})

describe('the doctor judges a playbook', () => {
  const { workingHours, clocks, roles } = defaultPlaybook
  const somebody = { groups: [], users: ['U0DAVID'] }
  it.each([
    ['ok | playbook | version 3; it is Wednesday 09:03 in Europe/Berlin', {}],
    [
      'its last holiday, 2026-01-01, is past',
      { workingHours: { ...workingHours, holidays: ['2026-01-01', '2025-12-25'] } },
    ],
    ['has no holidays', { workingHours: { ...workingHours, holidays: [] } }],
    ['roles.managers is nobody: no one gets the manager’s digest (monday 09:00)', {}],
    [
      'the digest comes on sunday, when nobody works',
      { digest: { ...defaultPlaybook.digest, weekday: 'sunday' as const } },
    ],
    [
      'problem | playbook | clocks.hot can’t work: put in order: remindAfter 60, returnAfter 30, managerAfter 90 must not become less | Correct it: npm run',
      { clocks: { ...clocks, hot: { remindAfter: 60, returnAfter: 30, managerAfter: 90 } } },
    ],
    [
      'problem | playbook | digest.time can’t work: the clocks of Europe/Berlin skip 02:30 on 2027-03-28',
      { digest: { ...defaultPlaybook.digest, weekday: 'sunday' as const, time: '02:30' } },
    ],
  ])('%s', (line, changes) => {
    const found = { state: 'found', from: 'version 3', document: { ...defaultPlaybook, ...changes } } as const
    expect(told(judgePlaybook(found, now)).join('\n')).toContain(line)
  })

  it('without a word where all makes sense', () => {
    const document = { ...defaultPlaybook, roles: { ...roles, managers: somebody } }
    expect(judgePlaybook({ state: 'found', from: 'version 3', document }, now)).toHaveLength(1)
  })

  it('that is not valid, by each of its problems', () => {
    const problems = [{ path: 'zone', remedy: 'an IANA time zone' }]
    const judged = (from: string, isFile: boolean) =>
      told(judgePlaybook({ state: 'invalid', from, problems, isFile }, now))
    expect(judged('version 3', false)).toEqual([
      expect.stringContaining(
        'problem | playbook | version 3: zone can’t be read: an IANA time zone | Put that row of the table Playbook right, or restore',
      ),
    ])
    expect(judged('mine.yaml', true)).toEqual([
      expect.stringContaining(
        'mine.yaml: zone is not valid: an IANA time zone | Correct it in mine.yaml, then ask again.',
      ),
    ])
  })
})

describe('the doctor judges personas', () => {
  it('by owner and by the day of their review', () => {
    const personas = defaultPersonas.map((persona) => ({ ...persona, version: 1 }))
    const [first, ...others] = personas
    if (!first) throw new Error('there are no personas')
    const stale = { ...first, owner: 'Carla', nextReviewAt: '2026-11-24' }
    expect(told(judgeWords({ personas: [stale, ...others], definitions: [] }, now))).toEqual([
      expect.stringContaining(`ok | personas | 4 personas, 3 without an owner`),
      expect.stringContaining('was due for review on 2026-11-24 | Ask Carla to look'),
    ])
  })
})
