import { newResponseUrl, type SandboxMessage } from '../workspace/state.ts'
import { channelOf, interaction, type Scene } from './scene.ts'

/** Somebody chooses a shortcut from the menu. */
export function globalShortcut(scene: Scene, callbackId: string) {
  return { ...interaction(scene), type: 'shortcut', callback_id: callbackId, action_ts: now(scene) }
}

/** Somebody chooses a shortcut of a message. */
export function messageShortcut(scene: Scene, callbackId: string, message: SandboxMessage) {
  const { state, userId, url } = scene
  const { files: _, ...shown } = message
  const response = newResponseUrl(state, { channel: message.channel, userId, message })
  return {
    ...interaction(scene),
    type: 'message_action',
    callback_id: callbackId,
    action_ts: now(scene),
    message_ts: message.ts,
    channel: channelOf(state, message.channel),
    message: { type: 'message', ...shown },
    response_url: `${url}/response/${response}`,
  }
}

const now = ({ state }: Scene): string => String(state.now().getTime() / 1000)
