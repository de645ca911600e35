import { seenView } from '../../payloads/views.ts'
import { newView } from '../../acting/views.ts'
import { SlackError, needed, text, type Method } from '../method.ts'
import { viewOf } from './view-of.ts'

export const viewsPublish: Method = {
  perMinute: 100,
  run: (args, { state, changed }) => {
    const view = viewOf(args, 'home')
    const userId = needed(args, 'user_id')
    if (!state.users.some((user) => user.id === userId)) throw new SlackError('user_not_found')
    const hash = text(args, 'hash')
    if (hash && hash !== state.homes.get(userId)?.hash) throw new SlackError('hash_conflict')
    const home = newView(view)
    state.homes.set(userId, home)
    changed()
    return { view: seenView(home) }
  },
}
