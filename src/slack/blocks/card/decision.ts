import { leadFields } from '../../../domain/lead/lead-details.ts'
import type { Decision, Rejection } from '../../../domain/handoff/handoff.ts'
import type { ShownHandoff } from '../../../domain/privacy/shown-handoff.ts'
import type { ShownRound } from '../../../domain/privacy/shown-lead.ts'
import type { Evidence } from '../../../domain/handoff/reasons.ts'
import type { TextKey } from '../../text/index.ts'
import { bold, escape, join, joinLines, mention, type Escaped } from '../parts/escape.ts'
import type { Reader } from '../parts/reader.ts'
import { instant, marked, reasonLabel } from '../parts/wording.ts'

/** What became of a round, and by whom; `null` while it waits. */
export function decisionLines(handoff: ShownHandoff, reader: Reader): Escaped | null {
  switch (handoff.status) {
    case 'open':
      return null
    case 'expired':
      return bold(marked(reader, 'card.expired', { at: instant(handoff.dueAt, reader) }))
    case 'accepted': {
      const { by, at, praise } = handoff.decision
      return joinLines([
        bold(marked(reader, 'card.accepted', { who: mention(by), at: instant(at, reader) })),
        praise && marked(reader, 'card.praise', { praise: marked(reader, `praise.${praise}`) }),
      ])
    }
    case 'rejected': {
      const { by, at, reason, evidence, note } = handoff.decision
      const stamp = { who: mention(by), at: instant(at, reader), reason: reasonLabel(reason, reader) }
      return joinLines([
        bold(marked(reader, 'card.rejected', stamp)),
        evidence && evidenceLine(evidence, reader),
        note === null ? null : marked(reader, 'card.note', { note: escape(note, 500) }),
        handoff.isSilenced ? marked(reader, 'card.wordsHidden') : null,
      ])
    }
  }
}

/** Who had the same person last, and how that ended; `null` where nobody had. */
export function lastLine({ last, owner }: ShownRound, reader: Reader): Escaped | null {
  if (last === null || last.status === 'open') return null
  if (last.status === 'accepted') return marked(reader, 'card.last.accepted', stampOf(last.decision, reader))
  return join(
    [
      ...(last.status === 'expired'
        ? [expiredLast(last.expiredAt, reader)]
        : rejectedLast(last.decision, reader)),
      owner && marked(reader, 'card.last.owner', stampOf(owner, reader)),
    ],
    ' · ',
  )
}

const stampOf = ({ by, at }: Decision, reader: Reader) => ({ who: mention(by), at: instant(at, reader) })

const expiredLast = (at: Date, reader: Reader): Escaped =>
  marked(reader, 'card.last.expired', { at: instant(at, reader) })

function rejectedLast(decision: Rejection, reader: Reader): (Escaped | null)[] {
  const { reason, evidence, note } = decision
  return [
    marked(reader, 'card.last.rejected', {
      ...stampOf(decision, reader),
      reason: reasonLabel(reason, reader),
    }),
    evidence && evidenceLine(evidence, reader),
    note === null ? null : marked(reader, 'card.note', { note: escape(note, 200) }),
  ]
}

/** "Title: Intern → Head of Sales": what the lead said, and what is true; `null` when there is nothing to show. */
function evidenceLine({ attribute, stated, actual }: Evidence, reader: Reader): Escaped | null {
  const truth = actual === null ? null : escape(actual)
  if (attribute === null) return truth
  const values = { attribute: fieldName(attribute, reader), stated: escape(stated ?? '…') }
  return truth === null
    ? marked(reader, 'card.evidenceWrong', values)
    : marked(reader, 'card.evidence', { ...values, actual: truth })
}

/** A lead's field in the reader's words. */
function fieldName(field: string, reader: Pick<Reader, 'language'>): Escaped {
  return leadFields.includes(field)
    ? marked(reader, `field.${field}` as TextKey)
    : escape(field.replace('attributes.', ''), 60)
}
