import { decisionOf } from '../../src/domain/handoff/handoff.ts'
import * as fc from 'fast-check'
import { expect, it } from 'vitest'
import { evolve } from '../../src/domain/handoff/evolve.ts'
import { decide } from '../../src/domain/handoff/lifecycle.ts'
import { chain, type Transition } from '../../src/domain/handoff/transition.ts'
import { latestHandoff, type Lead } from '../../src/domain/lead/lead.ts'
import { ConflictError } from '../../src/ports/conflict-error.ts'
import type { LeadStore } from '../../src/ports/lead-store.ts'
import { engines } from '../support/database.ts'
import { aHandoff, aHeldLead, at, website } from '../support/leads.ts'
import { histories, mostRounds, played, type Deed } from '../support/random-rounds.ts'

/** A thousand in all; as many on PostgreSQL as it plays in less than 20 s. */
const shares: Record<string, number> = { PGlite: 700, PostgreSQL: 300 }
/** So many histories at once; each is a lead in the same database. */
const lanes = 4

it.each(engines)(
  'random histories of up to four rounds rebuild to what is stored, on $name',
  async (engine) => {
    await using database = await opened(engine)
    const { leads } = database.db
    const rounds: number[] = []
    let ids = 0
    const holds = async (deeds: Deed[]) => {
      const lead = await stored(leads, played(`lead-${++ids}`, deeds))
      rounds.push(lead.handoffs.length)
      await isAsStored(leads, lead)
      await keepsItsAddress(leads, lead)
    }
    const numRuns = Math.ceil((shares[engine.name] ?? 0) / lanes)
    const course = (seed: number) => fc.assert(fc.asyncProperty(histories, holds), { seed, numRuns })
    await Promise.all(Array.from({ length: lanes }, (_, lane) => course(41 + lane)))
    expect(rounds.filter((count) => count === mostRounds).length).toBeGreaterThan(rounds.length / 10)
    expect(rounds.length).toBeGreaterThanOrEqual(shares[engine.name] ?? Infinity)
  },
)

async function opened(engine: (typeof engines)[number]) {
  const database = await engine.open()
  return { ...database, [Symbol.asyncDispose]: database.close }
}

/** The lead in memory, once all of it is saved. */
async function stored(leads: LeadStore, transitions: Transition[]): Promise<Lead> {
  for (const transition of transitions) await leads.save(transition, [])
  const last = transitions.at(-1)
  if (!last) throw new Error('a history begins with an event')
  return last.after
}

async function isAsStored(leads: LeadStore, lead: Lead): Promise<void> {
  const [found, history] = [await leads.find(lead.id), await leads.history(lead.id)]
  expect(found).toEqual(lead)
  expect(history.reduce<Lead | null>(evolve, null)).toEqual(lead)
  for (const [place, handoff] of lead.handoffs.entries()) {
    const last = lead.handoffs.find(({ id }) => id === handoff.follows) ?? null
    const accepted = lead.handoffs.slice(0, place).findLast(({ status }) => status === 'accepted')
    const owner = last && accepted ? decisionOf(accepted) : null
    expect(await leads.findByHandoff(handoff.id)).toEqual({ lead, handoff, last, owner })
  }
}

/** Nobody else is handed off under the address of an open round; once that has ended, somebody is. */
async function keepsItsAddress(leads: LeadStore, { id, details, handoffs }: Lead): Promise<void> {
  const { email = '' } = details
  const held = aHeldLead({ externalId: `twin-of-${id}`, details: { email } })
  const twin = held.after
  const handoff = aHandoff({ id: `handoff-${id}` })
  const outcome = decide(twin, { type: 'hand-off', handoff }, { by: website, at: at('12:00') })
  if (!outcome.ok) throw new Error('a held lead can be handed off')
  const saving = leads.save(renamed(chain(held, outcome.value), `twin-${id}`), [])
  const isRefused = await saving.then(() => false, isConflict)
  expect(isRefused).toBe(latestHandoff({ handoffs })?.status === 'open')
}

function isConflict(error: unknown): true {
  if (error instanceof ConflictError) return true
  throw error
}

/** The same that happened to a lead of another id. */
function renamed({ before, after, events }: Transition, leadId: string): Transition {
  return {
    before,
    after: { ...after, id: leadId },
    events: events.map((event) => ({ ...event, leadId })),
  }
}
