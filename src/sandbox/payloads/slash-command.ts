import { newResponseUrl, newTrigger } from '../state.ts'
import { teamId } from '../workspace.ts'
import { channelOf, team, verification, type Scene } from './scene.ts'

/** Somebody types a command. */
export function slashCommand(
  { state, userId, url }: Scene,
  on: { command: string; text: string; channel: string },
) {
  const response = newResponseUrl(state, { channel: on.channel, userId, message: null })
  return {
    ...verification,
    team_id: teamId,
    team_domain: team.domain,
    channel_id: on.channel,
    channel_name: channelOf(state, on.channel).name,
    user_id: userId,
    user_name: state.users.find((known) => known.id === userId)?.name ?? userId,
    command: on.command,
    text: on.text,
    is_enterprise_install: 'false',
    response_url: `${url}/response/${response}`,
    trigger_id: newTrigger(state, userId),
  }
}
