import type { WebClient } from '@slack/web-api'
import { z } from 'zod'

const flag = z.boolean().default(false)
const channelSchema = z.object({
  name: z.string().default(''),
  is_archived: flag,
  is_member: flag,
  is_private: flag,
  is_read_only: flag,
  is_ext_shared: flag,
  is_pending_ext_shared: flag,
})

/** A channel as the bot sees it. */
export interface SeenChannel {
  name: string
  isArchived: boolean
  isMember: boolean
  isPrivate: boolean
  /** Only some may post. */
  isReadOnly: boolean
  /** With another organisation; `pending` when that was invited and has not accepted yet. */
  shared: 'no' | 'pending' | 'yes'
}

export async function readChannel(client: WebClient, id: string): Promise<SeenChannel> {
  const { channel } = await client.conversations.info({ channel: id })
  const seen = channelSchema.parse(channel)
  return {
    name: seen.name,
    isArchived: seen.is_archived,
    isMember: seen.is_member,
    isPrivate: seen.is_private,
    isReadOnly: seen.is_read_only,
    shared: seen.is_ext_shared ? 'yes' : seen.is_pending_ext_shared ? 'pending' : 'no',
  }
}
