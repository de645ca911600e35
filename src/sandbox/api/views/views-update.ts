import { seenView } from '../../payloads/views.ts'
import type { OpenView, State } from '../../workspace/state.ts'
import { replaceView } from '../../acting/views.ts'
import { SlackError, text, type Args, type Method } from '../method.ts'
import { viewOf } from './view-of.ts'

export const viewsUpdate: Method = {
  perMinute: 100,
  run: (args, { state, changed }) => {
    const view = viewOf(args, 'modal')
    const open = openView(state, args)
    const hash = text(args, 'hash')
    if (hash && hash !== open.hash) throw new SlackError('hash_conflict')
    replaceView(open, view)
    changed()
    return { view: seenView(open) }
  },
}

function openView(state: State, args: Args): OpenView {
  const [id, externalId] = [text(args, 'view_id'), text(args, 'external_id')]
  const open = [...state.modals.values()]
    .flat()
    .find((view) => (id ? view.id === id : externalId !== undefined && view.external_id === externalId))
  if (!open) throw new SlackError('not_found')
  return open
}
