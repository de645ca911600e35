import type { KnownBlock } from '@slack/types'
import type { ChartBlock } from '../digest/chart.ts'

/** What Slack shows: `text` for notifications and screen readers, `blocks` for eyes. */
export interface Message {
  text: string
  blocks: (KnownBlock | ChartBlock)[]
}
