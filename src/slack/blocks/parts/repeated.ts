import { context } from './elements.ts'
import type { Look, Message } from './look.ts'
import { marked } from './wording.ts'

/** The same message, saying that it may stand there twice. */
export function repeated({ text, blocks }: Message, look: Look): Message {
  const note = marked(look, 'sorry.repeated')
  return { text: `${text} · ${note}`, blocks: [context(note), ...blocks] }
}
