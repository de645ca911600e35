import type { SandboxMessage } from '../workspace/state.ts'
import { teamId } from '../workspace/workspace.ts'
import { eventCallback, type Scene } from './scene.ts'
import { seenView } from './views.ts'

/** Somebody opens the app's Home. */
export function appHomeOpened(scene: Scene) {
  const { state, userId } = scene
  const home = state.homes.get(userId)
  return eventCallback(scene, {
    type: 'app_home_opened',
    user: userId,
    channel: `D${userId.slice(1)}`,
    tab: 'home',
    ...(home && { view: seenView(home) }),
  })
}

/** Somebody writes in a channel or a thread. */
export function messageWritten(scene: Scene, { ts, channel, user, text, thread_ts: thread }: SandboxMessage) {
  const type = channel.startsWith('D') ? 'im' : 'channel'
  return eventCallback(scene, {
    ...{ type: 'message', channel_type: type, channel, user, text, ts, team: teamId },
    ...(thread && { thread_ts: thread }),
  })
}

/** Somebody comes into a channel. */
export function memberJoined(scene: Scene, channel: string) {
  return eventCallback(scene, {
    ...{ type: 'member_joined_channel', user: scene.userId, channel, channel_type: 'C', team: teamId },
  })
}
