import type { Handoff } from '../../../domain/lead/lead.ts'
import { leadFields } from '../../../domain/lead/lead-details.ts'
import type { Evidence } from '../../../domain/handoff/reasons.ts'
import type { TextKey } from '../../text/index.ts'
import { bold, escape, joinLines, mention, type Escaped } from '../parts/escape.ts'
import type { Look } from '../parts/look.ts'
import { instant, marked, reasonLabel } from '../parts/wording.ts'

/** What the card says of a lead anyway; any other field can hold a means of contact. */
const publicFields = new Set(
  leadFields.filter((field) => !['name', 'email', 'phone', 'website', 'message'].includes(field)),
)

/** What became of a handoff, and by whom; `null` while it waits. */
export function decisionLines({ status, decision, dueAt }: Handoff, look: Look): Escaped | null {
  if (status === 'expired') return bold(marked(look, 'card.expired', { at: instant(dueAt, look) }))
  if (!decision) return null
  const stamp = { who: mention(decision.by), at: instant(decision.at, look) }
  if (decision.kind === 'accepted') {
    const { praise } = decision
    return joinLines([
      bold(marked(look, 'card.accepted', stamp)),
      praise && marked(look, 'card.praise', { praise: marked(look, `praise.${praise}`) }),
    ])
  }
  const { reason, evidence, note } = decision
  return joinLines([
    bold(marked(look, 'card.rejected', { ...stamp, reason: reasonLabel(reason, look) })),
    evidence && evidenceLine(evidence, look),
    note === null || !look.personalData ? null : marked(look, 'card.note', { note: escape(note, 500) }),
    !look.personalData && (note ?? evidence?.actual ?? null) !== null
      ? marked(look, 'card.wordsHidden')
      : null,
  ])
}

/**
 * "Title: Intern → Head of Sales": what the lead said, and what is true; `null` when there is nothing to show. Contact
 * data is named, not repeated, and what sales found out is not for a channel that shows no personal data.
 */
export function evidenceLine({ attribute, stated, actual }: Evidence, look: Look): Escaped | null {
  const truth = actual === null || !look.personalData ? null : escape(actual)
  if (attribute === null) return truth
  const isPrivate = !publicFields.has(attribute)
  const said = stated === null || isPrivate ? escape('…') : escape(stated)
  const values = { attribute: fieldName(attribute, look), stated: said }
  if (truth === null || isPrivate) return marked(look, 'card.evidenceWrong', values)
  return marked(look, 'card.evidence', { ...values, actual: truth })
}

/** A lead's field in the reader's words. */
export function fieldName(field: string, look: Pick<Look, 'language'>): Escaped {
  return leadFields.includes(field)
    ? marked(look, `field.${field}` as TextKey)
    : escape(field.replace('attributes.', ''), 60)
}
