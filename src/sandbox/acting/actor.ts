import { actInMessages, type MessageActs } from './act-in-messages.ts'
import { actInViews, type ViewActs } from './act-in-views.ts'
import type { Stage } from '../workspace/stage.ts'

/** What a person can do. Each promise resolves when the bot has acknowledged, and rejects when Slack would show an error. */
export interface Actor extends MessageActs, ViewActs {}

/** Somebody of the workspace, ready to act. */
export function actorOf(stage: Stage): Actor {
  return { ...actInMessages(stage), ...actInViews(stage) }
}
