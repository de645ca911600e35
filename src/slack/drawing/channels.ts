import { WebAPIPlatformError, type WebClient } from '@slack/web-api'
import { z } from 'zod'
import { cached } from '../people/cached.ts'

const channelSchema = z.object({
  is_ext_shared: z.boolean().default(false),
  is_pending_ext_shared: z.boolean().default(false),
})

/** Whether people of another organisation can read a channel. */
export type Channels = (channelId: string) => Promise<boolean>

/**
 * Asks Slack, at most every five minutes and channel. Where Slack does not tell (the scope channels:read, or
 * groups:read for private channels, was not granted) the channel counts as shared, so that nothing leaks.
 */
export function sharedChannels({ client, now }: { client: WebClient; now: () => Date }): Channels {
  const remembered = cached<boolean>({ now, forMs: 5 * 60_000 })
  return (channelId) => remembered(channelId, () => isShared(client, channelId))
}

async function isShared(client: WebClient, channelId: string): Promise<boolean> {
  try {
    const { channel } = await client.conversations.info({ channel: channelId })
    const known = channelSchema.parse(channel)
    return known.is_ext_shared || known.is_pending_ext_shared
  } catch (error) {
    if (error instanceof WebAPIPlatformError && closed.has(error.data.error)) return true
    throw error
  }
}
const closed = new Set(['missing_scope', 'channel_not_found', 'not_in_channel', 'access_denied'])
