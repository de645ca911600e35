import type { ModalView } from '@slack/types'
import type { Decision } from '../../../domain/lead/lead.ts'
import type { Refusal } from '../../../domain/handoff/refusal.ts'
import { texts } from '../../text/index.ts'
import { plainText, section } from './elements.ts'
import { escape, mention, type Escaped } from './escape.ts'
import type { Look, Message } from './look.ts'
import { simpleMessage } from './simple-message.ts'
import { instant, marked } from './wording.ts'

/** A "no", privately: what happened, and what to do next. */
export function refusalMessage(refusal: Refusal, look: Look): Message {
  return simpleMessage(refusalText(refusal, look))
}

/** The same in place of a modal that can't go on. */
export function refusalModal(refusal: Refusal, look: Look): ModalView {
  const t = texts(look.language)
  return {
    type: 'modal',
    title: plainText(t('refusal.title'), 24),
    close: plainText(t('contact.close'), 24),
    blocks: [section(refusalText(refusal, look))],
  }
}

export function refusalText(refusal: Refusal, look: Look): Escaped {
  switch (refusal.kind) {
    case 'already-decided':
      return alreadyDecided(refusal.decision, look)
    case 'expired':
      return marked(look, 'refusal.expired', { at: instant(refusal.at, look) })
    case 'not-allowed':
      return marked(look, `refusal.${refusal.barrier}`)
    case 'not-yours':
      return marked(look, 'refusal.not-yours', { who: mention(refusal.owner) })
    case 'week-unknown':
      return marked(look, 'refusal.week-unknown', { week: escape(refusal.week) })
    case 'too-long':
      return marked(look, 'refusal.too-long', { most: refusal.most })
    case 'not-handed-off':
    case 'lead-unknown':
    case 'reason-unknown':
    case 'note-required':
    case 'evidence-required':
    case 'change-empty':
    case 'change-target':
    case 'change-day':
    case 'change-in-future':
    case 'told-already':
      return marked(look, `refusal.${refusal.kind}`)
  }
}

/** Who was first; or, to the one who was, what they decided themselves. */
function alreadyDecided({ kind, by, at }: Decision, look: Look): Escaped {
  const stamp = { at: instant(at, look) }
  if (by === look.reader) return marked(look, `refusal.${kind}ByYou`, stamp)
  return marked(look, `refusal.${kind}By`, { ...stamp, who: mention(by) })
}
