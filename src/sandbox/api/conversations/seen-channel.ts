import { botUserId, type SandboxChannel } from '../../workspace/workspace.ts'

/** A channel as Slack's conversation object describes it. */
export function seenChannel(channel: SandboxChannel): Record<string, unknown> {
  return {
    is_private: false,
    ...channel,
    is_channel: channel.id.startsWith('C'),
    is_im: channel.id.startsWith('D'),
    is_member: channel.members.includes(botUserId),
    is_shared: channel.is_ext_shared,
  }
}
