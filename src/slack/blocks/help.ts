import type { Look, Message } from './look.ts'
import { simpleMessage } from './simple-message.ts'
import { marked } from './wording.ts'

/** How a command is used. */
export function helpMessage(command: 'persona' | 'define' | 'lead' | 'digest', look: Look): Message {
  return simpleMessage(marked(look, `help.${command}`))
}
