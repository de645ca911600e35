import type { ModalView } from '@slack/types'
import type { Lead } from '../../../domain/lead/lead.ts'
import { texts } from '../../text/index.ts'
import { context, header, literal, plainText } from '../parts/elements.ts'
import { leadName } from './lead-name.ts'
import type { Reader } from '../parts/reader.ts'
import { marked } from '../parts/wording.ts'
import { slackLimits } from '../parts/slack-limits.ts'

const fields = ['email', 'phone', 'website'] as const

/** How to reach a lead: for the one person who asked. */
export function contactModal(lead: Lead, reader: Reader): ModalView {
  const t = texts(reader.language)
  const known = fields.flatMap((field) => {
    const value = lead.details[field]
    return value === undefined ? [] : [literal(t(`contact.${field}`, { value }))]
  })
  const nothing = literal(t('contact.none', { id: lead.externalId ?? '–' }))
  return {
    type: 'modal',
    title: plainText(t('contact.title'), slackLimits.modalTitle),
    close: plainText(t('contact.close'), slackLimits.modalButton),
    blocks: [
      header(leadName(lead, reader)),
      ...(known.length > 0 ? known : [nothing]),
      context(marked(reader, 'contact.logged')),
    ],
  }
}
