import { isDeepStrictEqual } from 'node:util'
import { evolve } from '../../../src/domain/handoff/evolve.ts'
import type { Lead } from '../../../src/domain/lead/lead.ts'
import type { ThreadNote } from '../../../src/domain/notice/notice.ts'
import { agreement, day } from './agreement.ts'
import { cardsOf, expectedCards, inLimbo } from './cards.ts'
import type { Played } from './played.ts'
import type { Known, Reference, Said } from './reference.ts'

/** Something that differs from the model, and what it is about. */
export interface Verdict {
  aspect: (typeof aspects)[number]
  what: string
}
export const aspects = ['answers', 'errors', 'state', 'histories', 'notices', 'counts', 'cards'] as const

/** Holds everything that is stored against the model. */
export async function differences(played: Played): Promise<Verdict[]> {
  const { model, leadIds, world } = played
  const verdicts: Verdict[] = []
  const hold = (aspect: Verdict['aspect'], actual: unknown, expected: unknown) => {
    if (!isDeepStrictEqual(actual, expected))
      verdicts.push({ aspect, what: `${JSON.stringify(actual)}, not ${JSON.stringify(expected)}` })
  }
  hold('state', leadIds.length, model.leads.length)
  for (const [place, known] of model.leads.entries()) {
    const id = leadIds[place] ?? ''
    const stored = await world.deps.db.leads.find(id)
    const history = await world.deps.db.leads.history(id)
    hold('state', stored && plainLead(stored, played), asStored(known))
    hold('histories', plainJson(history.reduce<Lead | null>(evolve, null)), plainJson(stored))
    hold(
      'histories',
      history.map(({ type }) => type),
      known.history,
    )
  }
  hold('state', await waitingAddresses(played), expectedAddresses(model))
  hold('notices', await noticesOf(played), model.promised.map(plainJson))
  hold('counts', await counted(played), expectedCounts(model))
  hold('cards', await cardsOf(played), expectedCards(model))
  hold('cards', await inLimbo(played), [])
  return verdicts
}

/** Without what is undefined, and instants as texts. */
const plainJson = (value: unknown): unknown => JSON.parse(JSON.stringify(value)) as unknown

/** A lead as it is stored, in the words of the model. */
function plainLead(lead: Lead, { names }: Played): Said {
  const { handoff } = lead
  const { email, request, title } = lead.details
  return {
    ...{ source: names.plain(lead.source), externalId: lead.externalId, status: lead.status },
    facts: {
      ...(email !== undefined && { email: names.plain(email) }),
      ...(request !== undefined && { request }),
      ...(title !== undefined && { title }),
    },
    ...{ qualified: lead.senderQualified, version: lead.version },
    card: handoff && {
      at: handoff.handedOffAt.getTime(),
      dueAt: handoff.dueAt.getTime(),
      because: handoff.qualification.because,
      tier: handoff.qualification.tier,
      points: handoff.qualification.score.points,
      decision: handoff.decision && { ...handoff.decision, at: handoff.decision.at.getTime() },
      duplicates: handoff.duplicates.map((d) => ({ ...d, source: names.plain(d.source), at: undefined })),
      status: handoff.status,
    },
  }
}

function asStored({ history, card, message: _ofSlack, ...known }: Known): Said {
  const minutes = card?.tier === 'hot' ? 30 : 240
  const duplicates = card?.duplicates.map((duplicate) => ({ ...duplicate, at: undefined }))
  const status = known.status === 'handed-off' ? 'open' : known.status
  return {
    ...{ ...known, version: history.length },
    card: card && { ...card, duplicates, dueAt: card.at + minutes * 60_000, status },
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
  const open = leads.filter(({ status }) => status === 'handed-off')
  return open.flatMap(({ facts }) => facts.email?.toLowerCase() ?? []).toSorted()
}

interface StoredNotice {
  leadId: string
  content: { kind: string; note?: ThreadNote }
}

/** Everything that Slack was promised to show of these leads, in order. */
async function noticesOf({ world, leadIds, names }: Played): Promise<unknown[]> {
  const rows = await world.rows(
    `SELECT h."leadId", n.content FROM "Notice" n JOIN "Handoff" h ON h.id = n."handoffId"
     WHERE h."leadId" = ANY($1) ORDER BY n.position`,
    [leadIds],
  )
  // The statement names these columns, and the outbox wrote their content.
  return (rows as unknown as StoredNotice[]).map(({ leadId, content: { kind, note } }) => {
    const lead = leadIds.indexOf(leadId)
    if (!note) return { lead, kind }
    return {
      lead,
      kind,
      note: note.type === 'duplicate' ? { ...note, source: names.plain(note.source) } : note,
    }
  })
}

/** What a digest would say of this sequence's handoffs, with the sum that D must be. */
async function counted({ world: { deps }, model }: Played): Promise<Said> {
  const { zone, workingHours: hours } = agreement
  const { all } = await deps.db.digests.count({
    from: new Date(model.now - day),
    to: new Date(model.now + day),
    now: deps.now(),
    working: { hours, zone },
  })
  const { delivered, accepted, rejected, expired, open } = all
  return { delivered, accepted, rejected, expired, open, sum: accepted + rejected + expired + open }
}

function expectedCounts({ leads }: Reference): Said {
  const handedOff = leads.filter((lead) => lead.card !== null)
  const those = (status: Known['status']) => handedOff.filter((lead) => lead.status === status).length
  return {
    delivered: handedOff.length,
    accepted: those('accepted'),
    rejected: those('rejected'),
    expired: those('expired'),
    open: those('handed-off'),
    sum: handedOff.length,
  }
}
