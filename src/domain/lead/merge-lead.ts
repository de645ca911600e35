import type { Lead } from './lead.ts'
import { mostAttributes, type LeadDetails } from './lead-details.ts'
import type { ReceivedLead } from './received-lead.ts'
import { isSame } from './same.ts'

/**
 * What is known of a lead after its sender spoke again, `null` when that was nothing new. A field that isn't
 * mentioned keeps what it says in `base`; an attribute too, while there is room for it.
 */
export function mergeLead(known: Lead, news: ReceivedLead, base: Lead = known): ReceivedLead | null {
  const before = asReceived(known)
  const after: ReceivedLead = {
    ...before,
    details: mergeDetails(base.details, news.details),
    senderScore: news.senderScore ?? before.senderScore,
    qualified: news.qualified ?? before.qualified,
  }
  return isSame(before, after) ? null : after
}

/** A lead as its sender would describe it now. */
export function asReceived(lead: Lead): ReceivedLead {
  return {
    source: lead.source,
    externalId: lead.externalId ?? undefined,
    details: lead.details,
    senderScore: lead.senderScore ?? undefined,
    qualified: lead.senderQualified,
    isTest: lead.isTest,
  }
}

function mergeDetails(before: LeadDetails, news: LeadDetails): LeadDetails {
  const said = Object.entries(news).filter(([, value]) => value !== undefined)
  const attributes = mergeAttributes(before.attributes, news.attributes)
  return { ...before, ...Object.fromEntries(said), attributes }
}

/**
 * What was just said is known, and of what was said earlier as much as there is room for: a sender that calls its
 * attributes otherwise each time would make a lead that nobody can load. The history keeps all of it.
 */
function mergeAttributes(before: LeadDetails['attributes'], news: LeadDetails['attributes']) {
  const older = Object.entries(before).filter(([name]) => !Object.hasOwn(news, name))
  const room = Math.max(0, mostAttributes - Object.keys(news).length)
  return { ...Object.fromEntries(older.slice(0, room)), ...news }
}
