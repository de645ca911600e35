import type { LeadEvent } from '../../domain/handoff/events.ts'
import type { Handoff, Lead } from '../../domain/lead/lead.ts'
import type { Prisma } from '../generated/client.ts'

/**
 * Between Prisma's rows and the domain. Instants inside JSON are ISO strings.
 */
type LeadRow = Prisma.LeadGetPayload<{ include: { handoffs: true } }>
type HandoffRow = LeadRow['handoffs'][number]
type EventRow = Prisma.LeadEventGetPayload<object>

/** A JSON column read back as what `json` wrote into it: the one place where that is taken on trust. */
// oxlint-disable-next-line typescript/no-unnecessary-type-parameters -- it names a cast, which stands here once
export function asWritten<T>(column: Prisma.JsonValue): T {
  // Only the stores write these columns, each from a value of this very type.
  return column as T
}

export function json(value: unknown): Prisma.InputJsonValue {
  return JSON.parse(JSON.stringify(value)) as Prisma.InputJsonValue
}

export function leadToRow(lead: Lead) {
  const { id, version, status, source, externalId, isTest, receivedAt, updatedAt } = lead
  const email = lead.details.email?.toLowerCase() ?? null
  return {
    ...{ id, version, status, source, externalId, isTest, receivedAt, updatedAt, email },
    details: json(lead.details),
    ...(lead.senderScore && { senderScore: json(lead.senderScore) }),
    senderQualified: lead.senderQualified,
    openEmail: lead.handoff?.status === 'open' ? email : null,
    searchText: searchText(lead),
  }
}

function searchText({ details, externalId }: Lead): string {
  const { name, company, email, title } = details
  return [name, company, email, title, externalId].filter(Boolean).join(' ').toLowerCase()
}

export function handoffToRow(lead: Lead, handoff: Handoff) {
  const { id, round, status, channel, handedOffAt, dueAt, qualification, decision } = handoff
  const rejection = decision?.kind === 'rejected' ? decision : null
  return {
    ...{ id, round, status, channel, handedOffAt, dueAt },
    leadId: lead.id,
    source: lead.source,
    campaign: lead.details.campaign ?? null,
    persona: qualification.persona?.key ?? null,
    tier: qualification.tier,
    score: qualification.score.points,
    isTest: lead.isTest,
    qualification: json(qualification),
    duplicates: json(handoff.duplicates),
    decidedAt: decision?.at ?? null,
    decidedBy: decision?.by ?? null,
    workingMinutes: decision?.workingMinutes ?? null,
    reason: rejection?.reason ?? null,
    ...(rejection?.evidence && { evidence: json(rejection.evidence) }),
    note: rejection?.note ?? null,
    praise: decision?.kind === 'accepted' ? decision.praise : null,
  }
}

export function leadFromRow(row: LeadRow): Lead {
  const { id, version, source, externalId, isTest, receivedAt, updatedAt, senderQualified } = row
  const handoff = row.handoffs[0]
  return {
    ...{ id, version, source, externalId, isTest, receivedAt, updatedAt, senderQualified },
    status: row.status as Lead['status'],
    details: asWritten<Lead['details']>(row.details),
    senderScore: asWritten<Lead['senderScore']>(row.senderScore),
    handoff: handoff ? handoffFromRow(handoff) : null,
  }
}

function handoffFromRow(row: HandoffRow): Handoff {
  const { id, round, channel, handedOffAt, dueAt } = row
  const duplicates = row.duplicates as { source: string; externalId: string | null; at: string }[]
  return {
    ...{ id, round, channel, handedOffAt, dueAt },
    status: row.status as Handoff['status'],
    qualification: asWritten<Handoff['qualification']>(row.qualification),
    decision: decisionFromRow(row),
    duplicates: duplicates.map((duplicate) => ({ ...duplicate, at: new Date(duplicate.at) })),
  }
}

function decisionFromRow(row: HandoffRow): Handoff['decision'] {
  const { decidedBy: by, decidedAt: at, reason, note, workingMinutes } = row
  const timed = workingMinutes === null ? {} : { workingMinutes }
  if (by === null || at === null) return null
  if (reason === null) {
    const praise = row.praise as Extract<Handoff['decision'], { kind: 'accepted' }>['praise']
    return { kind: 'accepted', by, at, praise, ...timed }
  }
  const evidence = asWritten<Extract<Handoff['decision'], { kind: 'rejected' }>['evidence']>(row.evidence)
  return { kind: 'rejected', by, at, reason, evidence, note, ...timed }
}

export function eventToRow({ leadId, version, type, at, by, ...data }: LeadEvent) {
  return { leadId, version, type, at, actor: json(by), data: json(data) }
}

/** Events carry one instant of their own in JSON: the due time of a handoff. */
export function eventFromRow({ leadId, version, type, at, actor, data }: EventRow): LeadEvent {
  const body = data as Record<string, unknown>
  const handoff = body['handoff'] as { dueAt: string } | undefined
  const revived = handoff ? { ...body, handoff: { ...handoff, dueAt: new Date(handoff.dueAt) } } : body
  const event = { ...revived, leadId, version, type, at, by: actor }
  // As in asWritten: the parts of an event stand in columns of their own, and its instant was just made one again.
  return event as unknown as LeadEvent
}
