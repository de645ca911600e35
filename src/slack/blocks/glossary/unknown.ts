import type { Look, Message } from '../parts/look.ts'
import { simpleMessage } from '../parts/simple-message.ts'
import { marked } from '../parts/wording.ts'

/** An old button, or a command that is no longer there. */
export function unknownMessage(look: Look): Message {
  return simpleMessage(marked(look, 'sorry.unknown'))
}
