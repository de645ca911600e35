import {
  findMessage,
  newResponseUrl,
  type OpenView,
  type SandboxMessage,
  type State,
} from '../workspace/state.ts'
import { initialValues, remember, type Touched } from '../acting/view-values.ts'
import { seenView } from './views.ts'
import { channelOf, interaction, type Scene } from './scene.ts'

/** Somebody acts on an element of a message. */
export function messageAction(scene: Scene, message: SandboxMessage, touched: Touched) {
  const { state, userId, url } = scene
  const stored = findMessage(state, message.channel, message.ts) ?? null
  const response = newResponseUrl(state, { channel: message.channel, userId, message: stored })
  const { files: _, ...shown } = message
  const values = initialValues({ blocks: message.blocks ?? [] })
  remember(values, touched)
  return {
    ...interaction(scene),
    type: 'block_actions',
    container: {
      type: 'message',
      message_ts: message.ts,
      channel_id: message.channel,
      is_ephemeral: message.ephemeralFor !== undefined,
      ...(message.thread_ts && { thread_ts: message.thread_ts }),
    },
    channel: channelOf(state, message.channel),
    message: { type: 'message', ...shown },
    state: { values },
    response_url: `${url}/response/${response}`,
    actions: [actionOf(touched, state)],
  }
}

/** Somebody acts on an element of a modal or of App Home. */
export function viewAction(scene: Scene, view: OpenView, touched: Touched) {
  return {
    ...interaction(scene),
    type: 'block_actions',
    container: { type: 'view', view_id: view.id },
    view: seenView(view),
    state: { values: view.values },
    actions: [actionOf(touched, scene.state)],
  }
}

function actionOf({ element, block, state: entered }: Touched, { now }: State) {
  const { type, action_id, text, value, style, url } = element
  return {
    type,
    action_id,
    block_id: block.block_id,
    ...(text && { text }),
    ...(value !== undefined && { value }),
    ...(style && { style }),
    ...(url && { url }),
    ...entered,
    action_ts: String(now().getTime() / 1000),
  }
}
