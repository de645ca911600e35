import { z } from 'zod'
import { decisionOf, ladderSchema, type Handoff } from '../../domain/handoff/handoff.ts'
import { evidenceSchema, praiseCodes, reasonFamilies } from '../../domain/handoff/reasons.ts'
import type { Lead } from '../../domain/lead/lead.ts'
import { qualificationSchema } from '../../domain/qualify/qualification.ts'
import { Prisma } from '../generated/client.ts'
import { json } from './json.ts'
import { readColumn } from './read-column.ts'

type HandoffRow = Prisma.HandoffGetPayload<object>

export function handoffToRow(lead: Lead, handoff: Handoff) {
  const { id, round, status, follows, channel, handedOffAt, dueAt, assignee, qualification } = handoff
  const decision = decisionOf(handoff)
  const rejection = decision?.kind === 'rejected' ? decision : null
  return {
    ...{ id, round, status, follows, channel, handedOffAt, dueAt, assignee },
    leadId: lead.id,
    source: handoff.origin.source,
    campaign: handoff.origin.campaign,
    persona: qualification.persona?.key ?? null,
    tier: qualification.tier,
    score: qualification.score.points,
    isTest: lead.isTest,
    qualification: json(qualification),
    ladder: jsonOrNull(handoff.ladder),
    duplicates: json(handoff.duplicates),
    expiredAt: handoff.status === 'expired' ? handoff.expiredAt : null,
    decision: decision?.kind ?? null,
    decidedAt: decision?.at ?? null,
    decidedBy: decision?.by ?? null,
    workingMinutes: decision?.workingMinutes ?? null,
    reason: rejection?.reason ?? null,
    family: rejection?.family ?? null,
    evidence: jsonOrNull(rejection?.evidence ?? null),
    note: rejection?.note ?? null,
    praise: decision?.kind === 'accepted' ? decision.praise : null,
  }
}

const jsonOrNull = (value: object | null) => (value === null ? Prisma.DbNull : json(value))

/** @throws UnreadableError when the row is none that a version of Baton wrote */
export function handoffFromRow(row: HandoffRow): Handoff {
  const { id, round, follows, channel, handedOffAt, dueAt, assignee } = row
  const handedOff = {
    ...{ id, round, follows, channel, handedOffAt, dueAt, assignee },
    origin: { source: row.source, campaign: row.campaign },
    ...readColumn(partsSchema, row, { table: 'Handoff', row: id }),
  }
  return { ...handedOff, ...readColumn(endSchema, endOf(row), { table: 'Handoff', row: id }) }
}

const partsSchema = z.object({
  qualification: qualificationSchema,
  ladder: ladderSchema.nullable(),
  duplicates: z.array(
    z.object({ source: z.string(), externalId: z.string().nullable(), at: z.coerce.date() }),
  ),
})

function endOf(row: HandoffRow) {
  const { status, expiredAt, decision: kind, decidedBy: by, decidedAt: at, workingMinutes } = row
  const { reason, family, evidence, note, praise } = row
  const decision = { kind, by, at, workingMinutes, reason, family, evidence, note, praise }
  return { status, expiredAt, decision }
}

const decided = { by: z.string(), at: z.date(), workingMinutes: z.number().nullable() }

/** How a round stands: the kind of its decision is written down, and not read out of what else is there. */
const endSchema = z.discriminatedUnion('status', [
  z.object({ status: z.literal('open') }),
  z.object({
    status: z.literal('accepted'),
    decision: z.object({
      ...decided,
      kind: z.literal('accepted'),
      praise: z.enum(praiseCodes).nullable(),
    }),
  }),
  z.object({
    status: z.literal('rejected'),
    decision: z.object({
      ...decided,
      kind: z.literal('rejected'),
      reason: z.string(),
      family: z.enum(reasonFamilies),
      evidence: evidenceSchema.nullable(),
      note: z.string().nullable(),
    }),
  }),
  z.object({ status: z.literal('expired'), expiredAt: z.date() }),
])
