import { RateLimited } from '../api/method.ts'

/** Slack tolerates this many messages at once in a channel that was quiet. */
const burst = 4

interface Bucket {
  tokens: number
  at: number
}

export interface Pace {
  /** @throws RateLimited above the pace of a channel */
  takePost(channel: string): void
  /** @throws RateLimited above a method's calls a minute */
  takeCall(method: string, perMinute: number): void
}

/**
 * Slack's limits: about one message a second and channel with short bursts, and calls a minute by method. `factor`
 * makes the sandbox that much faster than Slack.
 */
export function slackPace(factor: number, clock: () => number): Pace {
  const buckets = new Map<string, Bucket>()
  const take = (name: string, size: number, perSecond: number) => {
    const at = clock()
    const bucket = buckets.get(name) ?? { tokens: size, at }
    const tokens = Math.min(size, bucket.tokens + ((at - bucket.at) / 1000) * perSecond)
    buckets.set(name, { tokens: tokens < 1 ? tokens : tokens - 1, at })
    if (tokens < 1) throw new RateLimited(Math.max(1, Math.ceil((1 - tokens) / perSecond)))
  }
  return {
    takePost: (channel) => take(`post ${channel}`, Math.max(burst, factor), factor),
    takeCall: (method, perMinute) => take(`call ${method}`, perMinute * factor, (perMinute * factor) / 60),
  }
}
