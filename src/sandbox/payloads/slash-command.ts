import { newResponseUrl, newTrigger } from '../workspace/state.ts'
import { placeOf } from '../workspace/organisation.ts'
import { teamId } from '../workspace/workspace.ts'
import { channelOf, verification, type Scene } from './scene.ts'
import { typedText } from './typed-text.ts'

/** Somebody types a command. */
export function slashCommand(
  { state, userId, url }: Scene,
  on: { command: string; text: string; channel: string },
) {
  const user = state.users.find((known) => known.id === userId)
  const { team, enterprise, is_enterprise_install: isEnterpriseInstall } = placeOf(state.organisation, user)
  const response = newResponseUrl(state, { channel: on.channel, userId, message: null })
  return {
    ...verification,
    team_id: team?.id ?? teamId,
    team_domain: team?.domain ?? 'sandbox',
    ...(enterprise && { enterprise_id: enterprise.id, enterprise_name: enterprise.name }),
    channel_id: on.channel,
    channel_name: channelOf(state, on.channel).name,
    user_id: userId,
    user_name: user?.name ?? userId,
    command: on.command,
    text: typedText(state, on.command, on.text),
    is_enterprise_install: String(isEnterpriseInstall),
    response_url: `${url}/response/${response}`,
    trigger_id: newTrigger(state, userId),
  }
}
