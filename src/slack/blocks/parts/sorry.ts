import { escape } from './escape.ts'
import type { Reader } from './reader.ts'
import type { Message } from './message.ts'
import { simpleMessage } from './simple-message.ts'
import { marked } from './wording.ts'

/** Something failed: the reference leads operations to the log line. */
export function sorryMessage(reference: string, reader: Pick<Reader, 'language'>): Message {
  return simpleMessage(marked(reader, 'sorry.failed', { reference: escape(reference, 40) }))
}
