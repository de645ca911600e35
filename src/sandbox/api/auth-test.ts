import { botId, botUserId, teamId } from '../workspace/workspace.ts'
import type { Method } from './method.ts'

export const authTest: Method = {
  run: (_, { state }) => ({
    url: 'https://sandbox.example/',
    team: 'Sandbox',
    user: 'baton',
    team_id: teamId,
    user_id: botUserId,
    bot_id: botId,
    ...(state.organisation && { enterprise_id: state.organisation.id }),
    is_enterprise_install: false,
  }),
}
