import { context } from './elements.ts'
import type { Reader } from './reader.ts'
import type { Message } from './message.ts'
import { marked } from './wording.ts'

/** The same message, saying that it may stand there twice. */
export function repeated({ text, blocks }: Message, reader: Reader): Message {
  const note = marked(reader, 'sorry.repeated')
  return { text: `${text} · ${note}`, blocks: [context(note), ...blocks] }
}
