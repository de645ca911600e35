import { interactiveOf, type Block, type Element } from './block-types.ts'
import { newResponseUrl, newTrigger, type OpenView, type SandboxMessage, type State } from './state.ts'
import { appId, botUserId, teamId } from './workspace.ts'

const token = 'sandbox-verification-token'
const team = { id: teamId, domain: 'sandbox' }

/** Where and as whom a payload is made. */
export interface Scene {
  state: State
  userId: string
  /** The sandbox's own address, for response_urls. */
  url: string
}

/** Somebody acts on an element of a message. */
export function messageAction(
  { state, userId, url }: Scene,
  message: SandboxMessage,
  { element, block, state: entered }: { element: Element; block: Block; state?: Record<string, unknown> },
) {
  const stored = [...state.messages, ...state.ephemerals].find(
    (m) => m.channel === message.channel && m.ts === message.ts,
  )
  const response = newResponseUrl(state, { channel: message.channel, userId, message: stored ?? null })
  return {
    ...common(state, userId),
    type: 'block_actions',
    container: {
      type: 'message',
      message_ts: message.ts,
      channel_id: message.channel,
      is_ephemeral: message.ephemeralFor !== undefined,
      ...(message.thread_ts && { thread_ts: message.thread_ts }),
    },
    channel: channelOf(state, message.channel),
    message: { type: 'message', ...message },
    state: { values: {} },
    response_url: `${url}/response/${response}`,
    actions: [actionOf({ element, block, entered, state })],
  }
}

/** Somebody acts on an element of a modal or of App Home. */
export function viewAction(
  { state, userId }: Scene,
  view: OpenView,
  { element, block, state: entered }: { element: Element; block: Block; state?: Record<string, unknown> },
) {
  return {
    ...common(state, userId),
    type: 'block_actions',
    container: { type: 'view', view_id: view.id },
    view: seenView(view),
    state: { values: view.values },
    actions: [actionOf({ element, block, entered, state })],
  }
}

export function viewSubmission({ state, userId }: Scene, view: OpenView) {
  return { ...common(state, userId), type: 'view_submission', view: seenView(view), response_urls: [] }
}

export function viewClosed({ state, userId }: Scene, view: OpenView) {
  return { ...common(state, userId), type: 'view_closed', view: seenView(view), is_cleared: false }
}

export function slashCommand(
  { state, userId, url }: Scene,
  on: { command: string; text: string; channel: string },
) {
  const response = newResponseUrl(state, { channel: on.channel, userId, message: null })
  return {
    token,
    team_id: teamId,
    team_domain: team.domain,
    channel_id: on.channel,
    channel_name: channelOf(state, on.channel).name,
    user_id: userId,
    user_name: nameOf(state, userId),
    command: on.command,
    text: on.text,
    api_app_id: appId,
    is_enterprise_install: 'false',
    response_url: `${url}/response/${response}`,
    trigger_id: newTrigger(state, userId),
  }
}

export function appHomeOpened({ state, userId }: Scene) {
  const home = state.homes.get(userId)
  const event = {
    type: 'app_home_opened',
    user: userId,
    channel: `D${userId.slice(1)}`,
    tab: 'home',
    event_ts: String(state.now().getTime() / 1000),
    ...(home && { view: seenView(home) }),
  }
  return {
    token,
    team_id: teamId,
    api_app_id: appId,
    event,
    type: 'event_callback',
    event_id: `Ev${state.now().getTime()}${userId}`,
    event_time: Math.floor(state.now().getTime() / 1000),
    authorizations: [{ enterprise_id: null, team_id: teamId, user_id: botUserId, is_bot: true }],
  }
}

/** The element with that action id; among several, the one with that value, or the first. */
export function findElement(
  blocks: Block[],
  actionId: string,
  value?: string,
): { block: Block; element: Element } | undefined {
  const all = blocks.flatMap((block) => interactiveOf(block).map((element) => ({ block, element })))
  return all.find(
    ({ element }) => element.action_id === actionId && (value === undefined || element.value === value),
  )
}

function common(state: State, userId: string) {
  const user = state.users.find((known) => known.id === userId)
  if (!user) throw new Error(`there is no ${userId} in this workspace`)
  return {
    user: { id: userId, username: user.name, name: user.name, team_id: user.team_id },
    api_app_id: appId,
    token,
    team,
    enterprise: null,
    is_enterprise_install: false,
    trigger_id: newTrigger(state, userId),
  }
}

function actionOf(on: {
  element: Element
  block: Block
  entered?: Record<string, unknown> | undefined
  state: State
}) {
  const { type, action_id, text, value, style } = on.element
  return {
    type,
    action_id,
    block_id: on.block.block_id,
    ...(text && { text }),
    ...(value !== undefined && { value }),
    ...(style && { style }),
    ...on.entered,
    action_ts: String(on.state.now().getTime() / 1000),
  }
}

function seenView({ values, errors: _errors, ...view }: OpenView) {
  return {
    ...view,
    team_id: teamId,
    app_id: appId,
    bot_id: 'B0BATON',
    private_metadata: view.private_metadata ?? '',
    callback_id: view.callback_id ?? '',
    state: { values },
    root_view_id: view.id,
    previous_view_id: null,
  }
}

function channelOf(state: State, id: string): { id: string; name: string } {
  const channel = state.channels.find((known) => known.id === id)
  return { id, name: channel?.name ?? 'directmessage' }
}

function nameOf(state: State, userId: string): string {
  return state.users.find((known) => known.id === userId)?.name ?? userId
}
