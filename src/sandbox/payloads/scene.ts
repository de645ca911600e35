import { newId, newTrigger, type State } from '../workspace/state.ts'
import { placeOf } from '../workspace/organisation.ts'
import { appId, botUserId, teamId } from '../workspace/workspace.ts'

/** Where and as whom a payload is made. */
export interface Scene {
  state: State
  userId: string
  /** The sandbox's own address, for response_urls. */
  url: string
}

export const verification = {
  token: 'sandbox-verification-token',
  api_app_id: appId,
}

/** What every interaction says about who did it. @throws Error when there is no such person */
export function interaction({ state, userId }: Scene) {
  const user = state.users.find((known) => known.id === userId)
  if (!user) throw new Error(`there is no ${userId} in this workspace`)
  return {
    user: { id: userId, username: user.name, name: user.name, team_id: user.team_id },
    ...verification,
    ...placeOf(state.organisation, user),
    trigger_id: newTrigger(state, userId),
  }
}

export function channelOf(state: State, id: string): { id: string; name: string } {
  const channel = state.channels.find((known) => known.id === id)
  return { id, name: channel?.name ?? 'directmessage' }
}

/** An event as it is wrapped for the app. */
export function eventCallback({ state, userId }: Scene, event: { type: string; [field: string]: unknown }) {
  const at = state.now().getTime()
  const { team, enterprise } = placeOf(
    state.organisation,
    state.users.find(({ id }) => id === userId),
  )
  const enterprise_id = enterprise?.id ?? null
  return {
    ...verification,
    team_id: team?.id ?? null,
    ...(enterprise && { enterprise_id, context_team_id: teamId, context_enterprise_id: enterprise_id }),
    event: { event_ts: String(at / 1000), ...event },
    type: 'event_callback',
    event_id: newId('Ev'),
    event_time: Math.floor(at / 1000),
    authorizations: [{ enterprise_id, team_id: teamId, user_id: botUserId, is_bot: true }],
  }
}
