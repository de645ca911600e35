import type { WebClient } from '@slack/web-api'
import type { Logger } from 'pino'
import type { Deps } from '../../ports/deps.ts'
import type { Channels } from '../drawing/channels.ts'

/** What a listener works with. */
export interface Tools {
  deps: Deps
  channels: Channels
  /** For what a person waits for, outside of a listener. */
  client: WebClient
  log: Logger
  /** Tells the delivery that something new waits. */
  nudge: () => void
}
