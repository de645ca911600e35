import type { Block } from './block-types.ts'
import { findElement, messageAction, slashCommand } from './payloads.ts'
import { needFound, type Stage } from './stage.ts'
import { botMessage, findMessage, type SandboxMessage } from './state.ts'

export interface MessageActs {
  command(command: string, text?: string, channel?: string): Promise<void>
  /** Clicks an element as this message shows it, even when the channel shows a newer one by now. */
  click(message: SandboxMessage, actionId: string, options?: { value?: string }): Promise<void>
}

/** What a person does in a channel: commands, and clicks on messages. */
export function actInMessages(stage: Stage): MessageActs {
  const { scene, deliver } = stage
  return {
    command: async (command, text = '', channel = 'C0GENERAL') => {
      const payload = slashCommand(scene, { command, text, channel })
      const answer = await deliver({ type: 'slash_commands', payload, acceptsResponse: true })
      if (answer) showAnswer(stage, channel, answer)
    },
    click: async (message, actionId, { value } = {}) => {
      if (!findMessage(scene.state, message.channel, message.ts))
        throw new Error('that message is no longer there')
      const found = needFound(findElement(message.blocks ?? [], actionId, value), actionId)
      const payload = messageAction(scene, message, found)
      await deliver({ type: 'interactive', payload, acceptsResponse: false })
    },
  }
}

function showAnswer({ scene, changed }: Stage, channel: string, answer: Record<string, unknown>): void {
  const { state, userId } = scene
  const text = typeof answer['text'] === 'string' ? answer['text'] : ''
  if (!text && !answer['blocks']) return
  const blocks = answer['blocks'] as Block[] | undefined
  state.ephemerals.push(botMessage(state, { channel, text, ephemeralFor: userId, ...(blocks && { blocks }) }))
  changed()
}
