import { z } from 'zod'
import { knownDetailsSchema } from '../../domain/lead/lead-details.ts'
import { latestHandoff, leadStatuses, type Lead, type LeadRound } from '../../domain/lead/lead.ts'
import { senderScoreSchema } from '../../domain/lead/received-lead.ts'
import type { Prisma } from '../generated/client.ts'
import { handoffFromRow } from './handoff-row.ts'
import { json } from './json.ts'
import { readColumn } from './read-column.ts'

/** What is loaded with a lead: its rounds, from the first to the latest. */
export const withRounds = { handoffs: { orderBy: { round: 'asc' } } } satisfies Prisma.LeadInclude

type LeadRow = Prisma.LeadGetPayload<{ include: { handoffs: true } }>
type RoundRow = LeadRow['handoffs'][number] & { lead: LeadRow }

export function leadToRow(lead: Lead) {
  const { id, version, status, source, externalId, isTest, receivedAt, updatedAt } = lead
  const email = lead.details.email?.toLowerCase() ?? null
  return {
    ...{ id, version, status, source, externalId, isTest, receivedAt, updatedAt, email },
    details: json(lead.details),
    ...(lead.senderScore && { senderScore: json(lead.senderScore) }),
    senderQualified: lead.senderQualified,
    openEmail: latestHandoff(lead)?.status === 'open' && !isTest ? email : null,
    searchText: searchText(lead),
  }
}

function searchText({ details, externalId }: Lead): string {
  const { name, company, email, title } = details
  return [name, company, email, title, externalId].filter(Boolean).join(' ').toLowerCase()
}

/** @throws UnreadableError when the row is none that a version of Baton wrote */
export function leadFromRow(row: LeadRow): Lead {
  const { id, version, source, externalId, isTest, receivedAt, updatedAt, senderQualified } = row
  return {
    ...{ id, version, source, externalId, isTest, receivedAt, updatedAt, senderQualified },
    ...readColumn(partsSchema, row, { table: 'Lead', row: id }),
    handoffs: row.handoffs.map(handoffFromRow),
  }
}

export const inRound = ({ lead, ...handoff }: RoundRow): LeadRound => ({
  lead: leadFromRow(lead),
  handoff: handoffFromRow(handoff),
})

const partsSchema = z.object({
  status: z.enum(leadStatuses),
  details: knownDetailsSchema,
  senderScore: senderScoreSchema.nullable(),
})
