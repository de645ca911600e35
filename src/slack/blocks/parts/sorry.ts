import { escape } from './escape.ts'
import type { Look, Message } from './look.ts'
import { simpleMessage } from './simple-message.ts'
import { marked } from './wording.ts'

/** Something failed: the reference leads operations to the log line. */
export function sorryMessage(reference: string, look: Pick<Look, 'language'>): Message {
  return simpleMessage(marked(look, 'sorry.failed', { reference: escape(reference, 40) }))
}
