import type { ModalView } from '@slack/types'
import type { Lead } from '../../domain/lead.ts'
import { texts } from '../text/index.ts'
import { context, header, plainText, section } from './elements.ts'
import { escape, joinLines } from './escape.ts'
import { leadName } from './lead-name.ts'
import type { Look } from './look.ts'
import { marked } from './wording.ts'

const fields = ['email', 'phone', 'website'] as const

/** How to reach a lead: for the one person who asked. */
export function contactModal(lead: Lead, look: Look): ModalView {
  const t = texts(look.language)
  const known = fields.flatMap((field) => {
    const value = lead.details[field]
    return value === undefined ? [] : [marked(look, `contact.${field}`, { value: escape(value, 300) })]
  })
  const nothing = marked(look, 'contact.none', { id: escape(lead.externalId ?? '–') })
  return {
    type: 'modal',
    title: plainText(t('contact.title'), 24),
    close: plainText(t('contact.close'), 24),
    blocks: [
      header(leadName(lead, look)),
      section(known.length > 0 ? joinLines(known) : nothing),
      context(marked(look, 'contact.logged')),
    ],
  }
}
