import type { KnownBlock } from '@slack/types'
import type { Language } from '../../../domain/text/language.ts'
import type { PlaybookDocument } from '../../../domain/playbook/playbook.ts'
import type { ChartBlock } from '../digest/chart.ts'

/** For whom something is drawn. */
export interface Look {
  /** Whoever reads it, where that is one person alone. */
  reader?: string
  language: Language
  /** IANA zone of the reader, or of the workspace in a channel. */
  zone: string
  playbook: PlaybookDocument
  /** Whether names may be shown here; e-mail and phone never are, outside of the contact modal. */
  personalData: boolean
}

/** What Slack shows: `text` for notifications and screen readers, `blocks` for eyes. */
export interface Message {
  text: string
  blocks: (KnownBlock | ChartBlock)[]
}
