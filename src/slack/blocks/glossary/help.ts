import type { Look, Message } from '../parts/look.ts'
import { simpleMessage } from '../parts/simple-message.ts'
import { marked } from '../parts/wording.ts'

/** How a command is used. */
export function helpMessage(command: 'persona' | 'define' | 'lead' | 'digest', look: Look): Message {
  return simpleMessage(marked(look, `help.${command}`))
}
