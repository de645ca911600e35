import type { Language } from '../../../domain/text/language.ts'
import type { PlaybookDocument } from '../../../domain/playbook/playbook.ts'

/** For whom something is drawn: one person, or all who read a channel. */
export interface Reader {
  /** Whoever reads it, where that is one person alone. */
  userId?: string
  language: Language
  /** IANA zone of the reader, or of the workspace in a channel. */
  zone: string
  playbook: PlaybookDocument
}
