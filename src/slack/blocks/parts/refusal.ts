import type { ModalView } from '@slack/types'
import type { Decision } from '../../../domain/handoff/handoff.ts'
import type { Refusal } from '../../../domain/handoff/refusal.ts'
import { texts } from '../../text/index.ts'
import { plainText, section } from './elements.ts'
import { escape, mention, type Escaped } from './escape.ts'
import type { Reader } from './reader.ts'
import type { Message } from './message.ts'
import { simpleMessage } from './simple-message.ts'
import { instant, marked } from './wording.ts'
import { slackLimits } from './slack-limits.ts'

/** A "no", privately: what happened, and what to do next. */
export function refusalMessage(refusal: Refusal, reader: Reader): Message {
  return simpleMessage(refusalText(refusal, reader))
}

/** The same in place of a modal that can't go on. */
export function refusalModal(refusal: Refusal, reader: Reader): ModalView {
  const t = texts(reader.language)
  return {
    type: 'modal',
    title: plainText(t('refusal.title'), slackLimits.modalTitle),
    close: plainText(t('contact.close'), slackLimits.modalButton),
    blocks: [section(refusalText(refusal, reader))],
  }
}

export function refusalText(refusal: Refusal, reader: Reader): Escaped {
  switch (refusal.kind) {
    case 'already-decided':
      return alreadyDecided(refusal.decision, reader)
    case 'expired':
      return marked(reader, 'refusal.expired', { at: instant(refusal.at, reader) })
    case 'not-allowed':
      return marked(reader, `refusal.${refusal.barrier}`)
    case 'not-yours':
      return marked(reader, 'refusal.not-yours', { who: mention(refusal.owner) })
    case 'week-unknown':
      return marked(reader, 'refusal.week-unknown', { week: escape(refusal.week) })
    case 'too-long':
      return marked(reader, 'refusal.too-long', { most: refusal.most })
    case 'not-handed-off':
    case 'still-open':
    case 'lead-unknown':
    case 'reason-unknown':
    case 'note-required':
    case 'evidence-required':
    case 'change-empty':
    case 'change-target':
    case 'change-day':
    case 'change-in-future':
    case 'told-already':
      return marked(reader, `refusal.${refusal.kind}`)
  }
}

/** Who was first; or, to the one who was, what they decided themselves. */
function alreadyDecided({ kind, by, at }: Decision, reader: Reader): Escaped {
  const stamp = { at: instant(at, reader) }
  if (by === reader.userId) return marked(reader, `refusal.${kind}ByYou`, stamp)
  return marked(reader, `refusal.${kind}By`, { ...stamp, who: mention(by) })
}
