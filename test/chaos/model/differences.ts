import { isDeepStrictEqual } from 'node:util'
import { evolve } from '../../../src/domain/handoff/evolve.ts'
import { decisionOf, type Handoff } from '../../../src/domain/handoff/handoff.ts'
import type { Lead } from '../../../src/domain/lead/lead.ts'
import { cardsOf, expectedCards, inLimbo } from './cards.ts'
import { counted, expectedCounts } from './counts.ts'
import { noticesOf, promisedOf } from './notices.ts'
import { roundName, type Played } from './played.ts'
import { dueAt } from './reference-decisions.ts'
import { openRound, statusOf, type Known, type Reference, type Round, type Said } from './reference.ts'

/** Something that differs from the model, and what it is about. */
export interface Verdict {
  aspect: (typeof aspects)[number]
  what: string
}
export const aspects = ['answers', 'errors', 'state', 'histories', 'notices', 'counts', 'cards'] as const

type Hold = (aspect: Verdict['aspect'], actual: unknown, expected: unknown) => void

/** Holds everything that is stored against the model. */
export async function differences(played: Played): Promise<Verdict[]> {
  const { model, leadIds } = played
  const verdicts: Verdict[] = []
  const hold: Hold = (aspect, actual, expected) => {
    if (!isDeepStrictEqual(actual, expected))
      verdicts.push({ aspect, what: `${JSON.stringify(actual)}, not ${JSON.stringify(expected)}` })
  }
  hold('state', leadIds.length, model.leads.length)
  const nameOf = await roundNames(played)
  for (const [place, known] of model.leads.entries()) await holdLead(played, { hold, nameOf, place, known })
  hold('state', await waitingAddresses(played), expectedAddresses(model))
  hold('notices', await noticesOf(played), promisedOf(model))
  hold('counts', await counted(played), expectedCounts(model))
  hold('cards', await cardsOf(played), expectedCards(model))
  hold('cards', await inLimbo(played), [])
  return verdicts
}

interface Held {
  hold: Hold
  nameOf: Map<string, string>
  place: number
  known: Known
}

/** A lead as it is stored, as its history says, and as each of its rounds finds it. */
async function holdLead(played: Played, { hold, nameOf, place, known }: Held): Promise<void> {
  const { leads } = played.world.deps.db
  const id = played.leadIds[place] ?? ''
  const [stored, history] = [await leads.find(id), await leads.history(id)]
  hold('state', stored && plainLead(stored, { played, nameOf }), asStored(known))
  hold('histories', history.reduce<Lead | null>(evolve, null), stored)
  hold(
    'histories',
    history.map((event) =>
      'handoffId' in event ? `${event.type} ${nameOf.get(event.handoffId)}` : event.type,
    ),
    known.history,
  )
  for (const handoff of stored?.handoffs ?? []) {
    const found = await leads.findByHandoff(handoff.id)
    hold('state', found && { lead: found.lead, handoff: found.handoff }, { lead: stored, handoff })
    hold('state', found?.last?.id ?? null, handoff.follows)
  }
}

/** Which round each handoff is. */
async function roundNames(played: Played): Promise<Map<string, string>> {
  const rows = await played.world.rows(`SELECT id, "leadId", round FROM "Handoff" WHERE "leadId" = ANY($1)`, [
    played.leadIds,
  ])
  // The statement names these columns.
  const rounds = rows as unknown as { id: string; leadId: string; round: number }[]
  return new Map(rounds.map(({ id, ...round }) => [id, roundName(played, round)]))
}

type Words = { played: Played; nameOf: Map<string, string> }

/** A lead as it is stored, in the words of the model. */
function plainLead(lead: Lead, { played: { names }, nameOf }: Words): Said {
  const { status, externalId, isTest, version } = lead
  const { email, request, message, title } = lead.details
  const plainRound = (handoff: Handoff): Said => ({
    ...{ name: nameOf.get(handoff.id), status: handoff.status, at: handoff.handedOffAt.getTime() },
    ...{ dueAt: handoff.dueAt.getTime(), lane: handoff.channel },
    ...{ because: handoff.qualification.because, tier: handoff.qualification.tier },
    points: handoff.qualification.score.points,
    follows: handoff.follows && nameOf.get(handoff.follows),
    source: names.plain(handoff.origin.source),
    decision: plainDecision(handoff),
    expiredAt: handoff.status === 'expired' ? handoff.expiredAt.getTime() : null,
    duplicates: handoff.duplicates.map((d) => ({ source: names.plain(d.source), externalId: d.externalId })),
  })
  return {
    ...{ source: names.plain(lead.source), externalId, isTest, status, version },
    facts: {
      ...(email !== undefined && { email: names.plain(email) }),
      ...(request !== undefined && { request }),
      ...(message !== undefined && { message }),
      ...(title !== undefined && { title }),
    },
    qualified: lead.senderQualified,
    rounds: lead.handoffs.map(plainRound),
  }
}

function plainDecision(handoff: Handoff): Said | null {
  const decision = decisionOf(handoff)
  return decision && { ...decision, at: decision.at.getTime() }
}

function asStored(lead: Known): Said {
  const { history, touchedAt: _asUpdated, rounds, ...known } = lead
  const status = statusOf(lead)
  const asRow = (round: Round): Said => {
    const { message: _ofSlack, ...row } = round
    return { ...row, dueAt: dueAt(round), source: known.source }
  }
  return {
    ...{ ...known, version: history.length, status: status === 'open' ? 'handed-off' : status },
    rounds: rounds.map(asRow),
  }
}

/** The addresses that no second card may have. */
async function waitingAddresses({ world, names }: Played): Promise<string[]> {
  const rows = await world.rows(
    `SELECT "openEmail" AS email FROM "Lead" WHERE source = ANY($1) AND "openEmail" IS NOT NULL`,
    [names.sources],
  )
  return rows.map(({ email }) => names.plain(String(email))).toSorted()
}

function expectedAddresses({ leads }: Reference): string[] {
  return leads
    .filter((lead) => openRound(lead) && !lead.isTest)
    .flatMap(({ facts }) => facts.email?.toLowerCase() ?? [])
    .toSorted()
}
