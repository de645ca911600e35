import type { Handoff, Rejection } from '../handoff/handoff.ts'
import type { Evidence } from '../handoff/reasons.ts'
import { leadFields } from '../lead/lead-details.ts'
import type { Sight } from './sight.ts'

/** A round as those who read it may see it. */
export type ShownHandoff = Handoff & {
  /** What sales wrote was taken out. */
  isSilenced: boolean
}

/** The sender's own reasons are free text, and so is what sales wrote: they can name a person. */
export function shownHandoff(handoff: Handoff, { personalData }: Sight): ShownHandoff {
  const open = personalData ? handoff : withoutWordsOfSender(handoff)
  if (open.status !== 'rejected') return { ...open, isSilenced: false }
  const decision = withoutContact(open.decision)
  if (personalData) return { ...open, decision, isSilenced: false }
  const silent = {
    ...decision,
    note: null,
    evidence: decision.evidence && { ...decision.evidence, actual: null },
  }
  return { ...open, decision: silent, isSilenced: hasWords(decision) }
}

const hasWords = ({ note, evidence }: Rejection): boolean => (note ?? evidence?.actual ?? null) !== null

function withoutWordsOfSender(handoff: Handoff): Handoff {
  const { qualification } = handoff
  const senderScore = qualification.senderScore && { ...qualification.senderScore, reasons: [] }
  return {
    ...handoff,
    qualification: { ...qualification, senderScore },
    duplicates: handoff.duplicates.map((duplicate) => ({ ...duplicate, externalId: null })),
  }
}

/** What a card says of a lead anyway; any other field can hold a means of contact, and is only named. */
const publicFields = new Set(
  leadFields.filter((field) => !['name', 'email', 'phone', 'website', 'message'].includes(field)),
)

function withoutContact(decision: Rejection): Rejection {
  const { evidence } = decision
  const isPrivate = evidence !== null && evidence.attribute !== null && !publicFields.has(evidence.attribute)
  return isPrivate ? { ...decision, evidence: onlyNamed(evidence) } : decision
}

const onlyNamed = ({ attribute }: Evidence): Evidence => ({ attribute, stated: null, actual: null })
