import type { State } from './state.ts'
import type { SandboxChannel } from './workspace.ts'

/**
 * The channel, if this person may write there.
 * @throws Error that says why not
 */
export function writableBy({ channels }: State, userId: string, id: string): SandboxChannel {
  const channel = channels.find((known) => known.id === id)
  if (!channel) throw new Error(`there is no channel ${id}`)
  if (channel.is_archived) throw new Error(`#${channel.name} is archived`)
  if (!channel.members.includes(userId)) throw new Error(`${userId} is not in #${channel.name}`)
  return channel
}
