import { describe, expect, inject, it } from 'vitest'
import { openDatabase } from '../../src/db/open.ts'
import { judge, notices } from '../../src/doctor/checks/notices.ts'
import { meet } from '../../src/doctor/patient.ts'
import { receiveLeads } from '../../src/flows/intake/receive-leads.ts'
import { noSettingsFile } from '../../src/settings/settings-file.ts'
import { seed } from '../../prisma/seed.ts'
import { createDatabase } from '../support/create-database.ts'
import { aReceivedLead } from '../support/leads.ts'
import { migratedDatabase } from '../support/migrated-database.ts'
import { told } from './examined.ts'

const came = new Date('2026-11-25T08:00:00Z')
const after = (minutes: number) => new Date(came.getTime() + minutes * 60_000)
const none = { count: 0, since: null, error: null }
const refused = { count: 2, since: came, error: 'is_archived' }
const waitingOf = (count: number) => ({ waiting: { count, since: came, error: null }, failed: none })

describe('the doctor, of notices,', () => {
  it('says what helps: what was refused can be sent again, what waits can’t', () => {
    expect(told(judge({ waiting: none, failed: refused }, after(9)))).toEqual([
      'problem | notices | 2 refused by Slack for good (is_archived), the oldest 9 min ago | Mend what Slack named, then: npm run baton -- outbox send-again --yes.',
    ])
    expect(told(judge(waitingOf(3), after(9)))).toEqual([
      'warning | notices | 3 waiting to be posted, the oldest 9 min ago | Is Baton running and Slack connected? See npm run baton -- outbox.',
    ])
  })

  it.each([
    // 2,000 messages take 33 minutes at Slack's pace.
    { sign: 'ok', minutes: 38, postsPerSecond: 1 },
    { sign: 'warning', minutes: 39, postsPerSecond: 1 },
    { sign: 'warning', minutes: 63, postsPerSecond: 1 },
    { sign: 'problem', minutes: 64, postsPerSecond: 1 },
    { sign: 'warning', minutes: 9, postsPerSecond: 10 },
    { sign: 'problem', minutes: 34, postsPerSecond: 10 },
  ])('$sign with 2,000 that wait for $minutes minutes, at $postsPerSecond a second', (row) => {
    const [found] = judge(waitingOf(2000), after(row.minutes), row.postsPerSecond)
    expect(found?.sign).toBe(row.sign)
  })

  it('counts from when they were refused, and waits as the configured pace explains', async () => {
    const url = await withOneRefused(after(6))
    const said = async (settings: Record<string, string>) => {
      const patient = meet({
        env: { DATABASE_URL: url, ...settings },
        file: noSettingsFile,
        now: () => after(7),
      })
      const lines = told(await notices(patient)).map((line) => line.split(' | ').slice(0, 3).join(' | '))
      await patient.close()
      return lines
    }
    const line = 'problem | notices | 1 refused by Slack for good (is_archived), the oldest 1 min ago'
    const late = 'warning | notices | 2 waiting to be posted, the oldest 7 min ago'
    expect(await said({})).toEqual([line, late])
    expect(await said({ SLACK_POSTS_PER_SECOND: '0.01' })).toEqual([line])
  })
})

/** A database with three cards, of which the first was refused at that moment. */
async function withOneRefused(at: Date): Promise<string> {
  const url = await createDatabase(inject('postgresUrl'), migratedDatabase)
  const { db, outbox, close } = await openDatabase({ url, dataDir: '', now: () => came })
  await seed(db, came)
  const people = { find: () => Promise.reject(new Error('nobody')), holders: async () => [] }
  const leads = ['a', 'b', 'c'].map((name) =>
    aReceivedLead({ externalId: name, qualified: true, details: { email: `${name}@example.com` } }),
  )
  let ids = 0
  await receiveLeads({ db, people, now: () => came, newId: () => `id-${++ids}` }, { leads })
  const notice = await outbox.claim({ now: came, owner: 'test', leaseMs: 1000 })
  if (notice) await outbox.fail(notice, { error: 'is_archived', at })
  await close()
  return url
}
