import { appId, botId, botUserId } from '../workspace/workspace.ts'
import { SlackError, type Method } from './method.ts'

export const botsInfo: Method = {
  scope: 'users:read',
  perMinute: 50,
  run: (args) => {
    if (args['bot'] !== botId) throw new SlackError('bot_not_found')
    return { bot: { id: botId, deleted: false, name: 'baton', user_id: botUserId, app_id: appId } }
  },
}
