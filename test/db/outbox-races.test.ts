import { randomUUID } from 'node:crypto'
import type { Client } from 'pg'
import { afterEach, beforeEach, describe, expect, inject, it } from 'vitest'
import { connect } from '../../src/db/connection/connect.ts'
import { openDatabase, type OpenDatabase } from '../../src/db/open.ts'
import { acceptLead } from '../../src/flows/handoff/accept-lead.ts'
import type { ClaimedNotice } from '../../src/ports/outbox.ts'
import type { Deps } from '../../src/ports/deps.ts'
import { receiveLeads } from '../../src/flows/intake/receive-leads.ts'
import { seed } from '../../prisma/seed.ts'
import { createDatabase } from '../support/create-database.ts'
import { roundIdOf } from '../support/desk.ts'
import { aReceivedLead } from '../support/leads.ts'

/** PGlite has one connection and does one transaction after the other: these races are PostgreSQL's alone. */
describe('the outbox while others write to it', () => {
  let database: OpenDatabase
  let deps: Deps
  /** Another connection, which holds transactions up just before they are committed. */
  let gate: Client
  const now = () => new Date()

  beforeEach(async () => {
    const url = await createDatabase(inject('postgresUrl'))
    database = await openDatabase({ url, dataDir: '', now })
    await seed(database.db, now())
    deps = { db: database.db, people, now, newId: randomUUID }
    gate = await connect(url)
  })
  afterEach(async () => {
    await gate.end()
    await database.close()
  })

  const arrive = async (externalId: string, name = externalId) => {
    const details = { ...aReceivedLead().details, name, email: `${name}@example.com` }
    const lead = aReceivedLead({ externalId, details, qualified: true })
    const [received] = await receiveLeads(deps, { leads: [lead] })
    return received?.leadId ?? ''
  }
  const claim = () => database.outbox.claim({ now: now(), owner: 'test', leaseMs: 10_000 })
  const sent = (notice: ClaimedNotice) =>
    database.outbox.sent(notice, { ts: notice.id, at: now(), freeAt: now() })
  /** From now on a transaction that writes such a row waits before it ends. */
  const closeGate = async (table: string, row: string) => {
    await gate.query('SELECT pg_advisory_lock(1)')
    await gate.query(`
      CREATE FUNCTION wait() RETURNS trigger LANGUAGE plpgsql AS
        $$ BEGIN PERFORM pg_advisory_xact_lock(1); RETURN NULL; END $$;
      CREATE CONSTRAINT TRIGGER wait AFTER INSERT ON "${table}" DEFERRABLE INITIALLY DEFERRED
        FOR EACH ROW WHEN (${row}) EXECUTE FUNCTION wait()`)
  }
  const openGate = () => gate.query('SELECT pg_advisory_unlock(1)')
  const waiting = `SELECT count(*)::int AS n FROM pg_locks WHERE locktype = 'advisory' AND objid = 1 AND NOT granted`
  const countAtGate = async () => (await gate.query<{ n: number }>(waiting)).rows[0]?.n
  const waitAtGate = async () => await expect.poll(countAtGate).toBe(1)
  /** Long enough for whatever does not have to wait. */
  const aMoment = () => new Promise((done) => setTimeout(done, 1000))

  it('sends in the order of the positions, although a later writer is done sooner', async () => {
    const order: string[] = []
    await arrive('earlier')
    await closeGate('Notice', 'NEW.position = 2')
    const first = arrive('first')
    await waitAtGate()
    const second = arrive('second')
    await aMoment()
    for (let notice = await claim(); notice; notice = await claim()) {
      order.push(notice.id)
      await sent(notice)
    }
    await openGate()
    await Promise.all([first, second])
    for (let notice = await claim(); notice; notice = await claim()) {
      order.push(notice.id)
      await sent(notice)
    }
    const { rows } = await gate.query<{ id: string }>('SELECT id FROM "Notice" ORDER BY position')
    expect(order).toEqual(rows.map(({ id }) => id))
    expect(order).toHaveLength(3)
  })

  it('goes on with a channel at once, although the notice it was about to send is settled meanwhile', async () => {
    await arrive('settled meanwhile')
    await arrive('next')
    await gate.query('BEGIN')
    await gate.query('UPDATE "Notice" SET settled = true WHERE position = 1')
    const late = claim()
    await aMoment()
    await gate.query('COMMIT')
    expect(await late).toBeNull()
    expect((await claim())?.content.kind).toBe('card')
  })

  it('shows what a click did, although the update it counts on is claimed meanwhile', async () => {
    const handoffId = await roundIdOf(deps, await arrive('a'))
    const card = await claim()
    if (card) await sent(card)
    // A second knock on the door: an update of the card waits, and a click need not add one.
    await arrive('twin', 'a')
    const shown: (string | undefined)[] = []
    const carryNext = async () => {
      const notice = await claim()
      if (notice?.content.kind === 'card-update')
        shown.push((await deps.db.leads.findByHandoff(handoffId))?.handoff.status)
      if (notice) await sent(notice)
      return notice
    }
    await closeGate('LeadEvent', `NEW.type = 'lead-accepted'`)
    const click = acceptLead(deps, { handoffId, userId: 'U0ANNA' })
    await waitAtGate()
    const carried = carryNext()
    await aMoment()
    await openGate()
    await Promise.all([click, carried])
    while (await carryNext());
    expect(shown.at(-1)).toBe('accepted')
  })

  it('lets lists and clicks that write to the same channel in any order end', async () => {
    await arrive('known')
    await Promise.all(
      Array.from({ length: 6 }, (_, index) =>
        receiveLeads(deps, {
          leads: [aLead(`new-${index}`, 'VP'), aLead('known', `CEO ${index}`)],
        }),
      ).concat(
        Array.from({ length: 6 }, (_, index) =>
          receiveLeads(deps, { leads: [aLead('known', `VP ${index}`)] }),
        ),
      ),
    )
    const { rows } = await gate.query<{ kind: string; n: number }>(
      `SELECT kind, count(*)::int AS n FROM "Notice" GROUP BY kind ORDER BY kind`,
    )
    expect(rows).toContainEqual({ kind: 'card', n: 7 })
  })
})

const aLead = (externalId: string, title: string) =>
  aReceivedLead({ externalId, details: { email: `${externalId}@example.com`, title }, qualified: true })

const people: Deps['people'] = {
  find: async (id) => ({
    ...{ id, name: id, language: 'en', zone: 'Europe/Berlin', kind: 'member', isAdmin: false, groups: [] },
  }),
  holders: async () => [],
}
