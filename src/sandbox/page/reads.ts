import { isReply } from '../workspace/messages.ts'
import type { State } from '../workspace/state.ts'

/** Up to where each person has read each channel. */
export interface Reads {
  /** Marks everything in this channel as read by this person. */
  read(userId: string, channel: string): void
  /** How many messages of a channel this person has not seen: replies and their own do not count. */
  unread(userId: string, channel: string): number
  clear(): void
}

export function openReads(state: State): Reads {
  const upTo = new Map<string, string>()
  return {
    read: (userId, channel) => {
      const latest = state.messages.inChannel(channel).at(-1)
      if (latest) upTo.set(`${userId} ${channel}`, latest.ts)
    },
    unread: (userId, channel) => {
      const seen = upTo.get(`${userId} ${channel}`) ?? ''
      return state.messages
        .inChannel(channel)
        .filter((message) => message.ts > seen && message.user !== userId && !isReply(message)).length
    },
    clear: () => upTo.clear(),
  }
}
