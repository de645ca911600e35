import type { LeadRound } from '../../../domain/lead/lead.ts'
import { praiseCodes } from '../../../domain/handoff/reasons.ts'
import { actions } from '../../ids.ts'
import { texts } from '../../text/index.ts'
import { actionRow, button, section } from '../parts/elements.ts'
import { bold, escape } from '../parts/escape.ts'
import { leadName } from './lead-name.ts'
import type { Reader } from '../parts/reader.ts'
import type { Message } from '../parts/message.ts'
import { marked } from '../parts/wording.ts'

/** The one optional tap after accepting: what made this lead good? */
export function praisePrompt({ lead, handoff: { id: handoffId } }: LeadRound, reader: Reader): Message {
  const t = texts(reader.language)
  const buttons = praiseCodes.map((code) =>
    button({ id: `${actions.praise}.${code}`, text: t(`praise.${code}`), value: `${handoffId}|${code}` }),
  )
  const ask = marked(reader, 'praise.ask', { lead: bold(escape(leadName(lead, reader), 200)) })
  return { text: ask, blocks: [section(ask), actionRow(`praise:${handoffId}`, ...buttons)] }
}
