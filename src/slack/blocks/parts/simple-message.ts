import { section } from './elements.ts'
import type { Escaped } from './escape.ts'
import type { Message } from './message.ts'

/** A message of one text. */
export function simpleMessage(text: Escaped): Message {
  return { text, blocks: [section(text)] }
}
