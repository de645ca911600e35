import { isDeepStrictEqual } from 'node:util'
import type { Lead } from './lead.ts'
import type { LeadDetails } from './lead-details.ts'
import type { ReceivedLead } from './received-lead.ts'

/**
 * What is known of a lead after its sender spoke again, `null` when that was nothing new. A field that isn't
 * mentioned keeps what it said; an attribute too.
 */
export function mergeLead(known: Lead, news: ReceivedLead): ReceivedLead | null {
  const before = asReceived(known)
  const after: ReceivedLead = {
    ...before,
    details: mergeDetails(before.details, news.details),
    senderScore: news.senderScore ?? before.senderScore,
    qualified: news.qualified ?? before.qualified,
  }
  return isDeepStrictEqual(before, after) ? null : after
}

function asReceived(lead: Lead): ReceivedLead {
  return {
    source: lead.source,
    externalId: lead.externalId ?? undefined,
    details: said(lead.details),
    senderScore: lead.senderScore ?? undefined,
    qualified: lead.senderQualified,
    isTest: lead.isTest,
  }
}

function mergeDetails(before: LeadDetails, news: LeadDetails): LeadDetails {
  return { ...before, ...said(news), attributes: { ...before.attributes, ...news.attributes } }
}

/** Without the fields that are there and say nothing. */
function said(details: LeadDetails): LeadDetails {
  const known = Object.entries(details).filter(([, value]) => value !== undefined)
  return { ...Object.fromEntries(known), attributes: details.attributes }
}
