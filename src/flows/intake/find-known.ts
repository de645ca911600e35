import { latestHandoff, type Lead, type LeadRound } from '../../domain/lead/lead.ts'
import type { ReceivedLead } from '../../domain/lead/received-lead.ts'
import type { LeadStore } from '../../ports/lead-store.ts'

/** What is known of somebody who comes in. */
export interface Known {
  /** The lead that this sender speaks of. */
  own: Lead | null
  /** Another lead of the same person, which waits for a decision. */
  twin: Lead | null
  /** The last round of the same person, in whichever lead. */
  last: LeadRound | null
}

/**
 * Who that is: by the sender's own id; or, without one, by the e-mail address, where this source has brought a person
 * before on whom sales has decided.
 */
export async function findKnown(leads: LeadStore, news: ReceivedLead): Promise<Known> {
  const { source, externalId } = news
  const byId = externalId === undefined ? null : await leads.findByExternalId(source, externalId)
  const email = news.details.email ?? byId?.details.email
  // A try-out is nobody's buyer, and hides none.
  const isTest = byId?.isTest ?? news.isTest ?? false
  const alike = email === undefined ? [] : await leads.handedOffByEmail(email, { isTest })
  const own = externalId === undefined ? (alike.find(wasBroughtBy(source)) ?? null) : byId
  const twin = alike.find((lead) => lead.id !== own?.id && isOpen(lead)) ?? null
  return { own, twin, last: lastOf(own === null ? alike : [own, ...alike]) }
}

const isOpen = (lead: Lead): boolean => latestHandoff(lead)?.status === 'open'

const wasBroughtBy =
  (source: string) =>
  (lead: Lead): boolean =>
    lead.source === source && !isOpen(lead)

function lastOf(leads: Lead[]): LeadRound | null {
  const rounds = leads.flatMap((lead) => {
    const handoff = latestHandoff(lead)
    return handoff ? [{ lead, handoff }] : []
  })
  return rounds.toSorted((a, b) => startOf(b) - startOf(a))[0] ?? null
}

const startOf = ({ handoff }: LeadRound): number => handoff.handedOffAt.getTime()
