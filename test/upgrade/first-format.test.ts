import { PGlite } from '@electric-sql/pglite'
import { expect, inject, it } from 'vitest'
import { connect } from '../../src/db/connection/connect.ts'
import { assemblePglite, openDatabase, type OpenDatabase } from '../../src/db/open.ts'
import { evolve } from '../../src/domain/handoff/evolve.ts'
import type { Handoff } from '../../src/domain/handoff/handoff.ts'
import type { Lead } from '../../src/domain/lead/lead.ts'
import { createDatabase } from '../support/create-database.ts'
import { firstFormatLeads } from './first-format-leads.ts'
import { dumpOf } from './restore-fixture.ts'
import { leadsTold } from './tell-history.ts'

/** The last schema whose leads had one round, and whose events were of the first format. */
const schema = '20261129172500_roles_in_words'
const now = () => new Date('2026-11-20T08:00:00Z')

const opens: Record<string, (sql: string) => Promise<OpenDatabase>> = {
  PGlite: async (sql) => {
    const pglite = await PGlite.create('memory://')
    await pglite.exec(sql)
    return assemblePglite(pglite, now)
  },
  PostgreSQL: async (sql) => {
    const url = await createDatabase(inject('postgresUrl'))
    const client = await connect(url)
    await client.query(sql)
    await client.end()
    return openDatabase({ url, dataDir: '', now })
  },
}

it.each(Object.entries(opens))(
  'what was stored in the first format is what its history says, on %s',
  async (_, open) => {
    const { db, close } = await open(`${await dumpOf(schema)}\n${firstFormatLeads}`)
    const leads = await db.leads.search('', 1_000)
    const rounds = new Map<string, Handoff | undefined>()
    for (const lead of leads) {
      const history = await db.leads.history(lead.id)
      expect(history.reduce<Lead | null>(evolve, null)).toEqual(lead)
      rounds.set(lead.id, lead.handoffs[0])
    }
    expect(leads).toHaveLength(leadsTold + 4)
    const began = { round: 1, follows: null, ladder: null, assignee: null }
    expect(rounds.get('old-expired')).toMatchObject({
      ...began,
      ...{ status: 'expired', expiredAt: new Date('2026-11-17T12:00:00Z'), channel: 'C0NEW' },
      origin: { source: 'website', campaign: 'spring' },
      duplicates: [{ source: 'crm', externalId: null, at: new Date('2026-11-17T09:00:00Z') }],
    })
    expect(rounds.get('old-accepted')).toMatchObject({
      ...{ status: 'accepted', origin: { source: 'website', campaign: null } },
      decision: { kind: 'accepted', praise: 'right-person', workingMinutes: null },
    })
    expect(rounds.get('old-rejected')).toMatchObject({
      status: 'rejected',
      decision: { kind: 'rejected', reason: 'no-budget', family: 'other', evidence: null, workingMinutes: 5 },
    })
    expect(rounds.get('old-open')).toMatchObject({ status: 'open', origin: { campaign: 'spring' } })
    await close()
  },
)
