import { praiseCodes } from '../../domain/reasons.ts'
import { actions } from '../ids.ts'
import { texts } from '../text/index.ts'
import { actionRow, button, section } from './elements.ts'
import type { Look, Message } from './look.ts'
import { marked } from './wording.ts'

/** The one optional tap after accepting: what made this lead good? */
export function praisePrompt(handoffId: string, look: Look): Message {
  const t = texts(look.language)
  const buttons = praiseCodes.map((code) =>
    button({ id: `${actions.praise}.${code}`, text: t(`praise.${code}`), value: `${handoffId}|${code}` }),
  )
  const ask = marked(look, 'praise.ask')
  return { text: ask, blocks: [section(ask), actionRow(`praise:${handoffId}`, ...buttons)] }
}
