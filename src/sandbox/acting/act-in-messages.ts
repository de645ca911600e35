import { writableBy } from '../workspace/writable-by.ts'
import { deliverEvent } from '../events.ts'
import { messageAction } from '../payloads/block-actions.ts'
import { memberJoined, messageWritten } from '../payloads/events.ts'
import { globalShortcut, messageShortcut } from '../payloads/shortcuts.ts'
import { slashCommand } from '../payloads/slash-command.ts'
import { showResponse } from '../transport/response-url.ts'
import { obey } from '../obey.ts'
import type { Stage } from '../workspace/stage.ts'
import { touch } from '../workspace/touch.ts'
import { findMessage, nextTs, type SandboxMessage } from '../workspace/state.ts'

export interface MessageActs {
  command(command: string, text?: string, channel?: string): Promise<void>
  /**
   * Clicks an element as this message shows it, even when the channel shows a newer one by now. Of a menu, `value` is
   * the option that is chosen.
   */
  click(message: SandboxMessage, actionId: string, options?: { value?: string }): Promise<void>
  /** Writes a message, or a reply; the app hears of it when it subscribed to that. */
  say(channel: string, text: string, thread?: string): Promise<SandboxMessage>
  /** Comes into a channel. */
  join(channel: string): Promise<void>
  /** Chooses a shortcut of the app from the menu. */
  shortcut(callbackId: string): Promise<void>
  messageShortcut(callbackId: string, message: SandboxMessage): Promise<void>
}

/** What a person does in a channel. */
export function actInMessages(stage: Stage): MessageActs {
  const { scene, deliver, changed } = stage
  const { state, userId } = scene
  const interact = async (payload: object) => {
    await deliver({ type: 'interactive', payload, acceptsResponse: false })
  }
  return {
    command: async (command, text = '', channel = 'C0GENERAL') => {
      const payload = slashCommand(scene, { command, text, channel })
      const answer = await deliver({ type: 'slash_commands', payload, acceptsResponse: true })
      // An ack without a word shows nothing.
      if (!answer?.['text'] && !answer?.['blocks']) return
      obey(() => showResponse(state, { channel, userId }, answer))
      changed()
    },
    click: async (message, actionId, { value } = {}) => {
      if (!findMessage(state, message.channel, message.ts)) throw new Error('that message is no longer there')
      const touched = touch(message.blocks ?? [], actionId, value)
      await interact(messageAction(scene, message, touched))
    },
    say: (channel, text, thread) => say(stage, { channel, text, ...(thread && { thread_ts: thread }) }),
    join: async (channel) => {
      enterChannel(stage, channel)
      await tell(stage, 'member_joined_channel', memberJoined(scene, channel))
    },
    shortcut: (callbackId) => interact(globalShortcut(scene, callbackId)),
    messageShortcut: (callbackId, message) => interact(messageShortcut(scene, callbackId, message)),
  }
}

async function say(
  stage: Stage,
  said: Pick<SandboxMessage, 'channel' | 'text' | 'thread_ts'>,
): Promise<SandboxMessage> {
  const { state, userId } = stage.scene
  writableBy(state, userId, said.channel)
  const message = state.messages.add({ ...said, ts: nextTs(state), user: userId })
  stage.changed()
  const event = said.channel.startsWith('D') ? 'message.im' : 'message.channels'
  await tell(stage, event, messageWritten(stage.scene, message))
  return message
}

function enterChannel({ scene: { state, userId }, changed }: Stage, channel: string): void {
  const found = state.channels.find(({ id }) => id === channel)
  if (!found) throw new Error(`there is no channel ${channel}`)
  if (!found.members.includes(userId)) found.members.push(userId)
  changed()
}

/** An app hears only of what it subscribed to. */
async function tell({ scene, deliver }: Stage, event: string, payload: object): Promise<void> {
  if (scene.state.events.includes(event)) await deliverEvent(deliver, payload)
}
