import type { Reader } from '../parts/reader.ts'
import type { Message } from '../parts/message.ts'
import { simpleMessage } from '../parts/simple-message.ts'
import { marked } from '../parts/wording.ts'

/** An old button, or a command that is no longer there. */
export function unknownMessage(reader: Reader): Message {
  return simpleMessage(marked(reader, 'sorry.unknown'))
}
