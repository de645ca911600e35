import type { Sandbox } from '../../src/sandbox/sandbox.ts'
import { leads } from '../support/people.ts'
import type { NoticeRow, Truth } from './truth.ts'

/** Where the bot may be killed by itself, in the order in which a lead passes by. */
export const points = [
  'after commit',
  'after intent',
  'after the request was written',
  'after Slack took it',
  'while looking',
] as const
export type Point = (typeof points)[number]

/** What there is to see after a bot struck. */
export interface Scene {
  slack: Sandbox
  /** Read after its death. */
  truth: Truth
  /** Leads that the sender knows to be taken in. */
  acknowledged: Set<string>
  /** When it struck, by its own clock, which is the sandbox's. */
  struckAt: number
  /** The last record of the sandbox's log before this bot. */
  since: number
}

/** Whether the facts show that a bot died at that point and nowhere else. */
export function hasStruck(point: Point, scene: Scene): boolean {
  const { truth, acknowledged } = scene
  if (point === 'after commit') return truth.names.some((name) => !acknowledged.has(name))
  const notice = truth.notices.find(({ state }) => state === 'sending')
  if (!notice) return false
  const landedAt = landing(scene, notice)
  switch (point) {
    case 'after intent':
      return landedAt === null
    case 'after the request was written':
      return landedAt !== null && landedAt >= scene.struckAt
    case 'after Slack took it':
      return landedAt !== null && landedAt <= scene.struckAt
    case 'while looking':
      return notice.attempts > 1 && lastMethod(scene) === 'conversations.history'
  }
}

/** When the post of a notice reached the channel. */
function landing({ slack }: Scene, { id }: NoticeRow): number | null {
  const message = slack.messages(leads).find((m) => m.metadata?.event_payload['notice_id'] === id)
  return message ? Number(message.ts) * 1000 : null
}

function lastMethod({ slack, since }: Scene): string | undefined {
  const calls = slack.log.filter(({ id, kind }) => id > since && kind === 'call')
  const last = calls.at(-1)
  return last?.kind === 'call' ? last.method : undefined
}
