import type { Reader } from '../parts/reader.ts'
import type { Message } from '../parts/message.ts'
import { simpleMessage } from '../parts/simple-message.ts'
import { marked } from '../parts/wording.ts'

/** How a command is used. */
export function helpMessage(command: 'persona' | 'define' | 'lead' | 'digest', reader: Reader): Message {
  return simpleMessage(marked(reader, `help.${command}`))
}
