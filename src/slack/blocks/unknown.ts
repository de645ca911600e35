import type { Look, Message } from './look.ts'
import { simpleMessage } from './simple-message.ts'
import { marked } from './wording.ts'

/** An old button, or a command that is no longer there. */
export function unknownMessage(look: Look): Message {
  return simpleMessage(marked(look, 'sorry.unknown'))
}
