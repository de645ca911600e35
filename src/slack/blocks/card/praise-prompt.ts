import type { Lead } from '../../../domain/lead/lead.ts'
import { praiseCodes } from '../../../domain/handoff/reasons.ts'
import { actions } from '../../ids.ts'
import { texts } from '../../text/index.ts'
import { actionRow, button, section } from '../parts/elements.ts'
import { bold, escape } from '../parts/escape.ts'
import { leadName } from './lead-name.ts'
import type { Look, Message } from '../parts/look.ts'
import { marked } from '../parts/wording.ts'

/** The one optional tap after accepting: what made this lead good? */
export function praisePrompt(lead: Lead, look: Look): Message {
  if (!lead.handoff) throw new Error(`lead ${lead.id} was not handed off`)
  const handoffId = lead.handoff.id
  const t = texts(look.language)
  const buttons = praiseCodes.map((code) =>
    button({ id: `${actions.praise}.${code}`, text: t(`praise.${code}`), value: `${handoffId}|${code}` }),
  )
  const ask = marked(look, 'praise.ask', { lead: bold(escape(leadName(lead, look), 200)) })
  return { text: ask, blocks: [section(ask), actionRow(`praise:${handoffId}`, ...buttons)] }
}
