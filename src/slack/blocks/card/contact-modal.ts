import type { ModalView } from '@slack/types'
import type { Lead } from '../../../domain/lead/lead.ts'
import { texts } from '../../text/index.ts'
import { context, header, literal, plainText } from '../parts/elements.ts'
import { leadName } from './lead-name.ts'
import type { Look } from '../parts/look.ts'
import { marked } from '../parts/wording.ts'

const fields = ['email', 'phone', 'website'] as const

/** How to reach a lead: for the one person who asked. */
export function contactModal(lead: Lead, look: Look): ModalView {
  const t = texts(look.language)
  const known = fields.flatMap((field) => {
    const value = lead.details[field]
    return value === undefined ? [] : [literal(t(`contact.${field}`, { value }))]
  })
  const nothing = literal(t('contact.none', { id: lead.externalId ?? '–' }))
  return {
    type: 'modal',
    title: plainText(t('contact.title'), 24),
    close: plainText(t('contact.close'), 24),
    blocks: [
      header(leadName(lead, look)),
      ...(known.length > 0 ? known : [nothing]),
      context(marked(look, 'contact.logged')),
    ],
  }
}
