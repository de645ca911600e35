import type { View } from '../block-types.ts'
import { violations } from '../limits.ts'
import { newId, type OpenView, type State } from '../state.ts'
import { initialValues, keptValues } from '../view-values.ts'
import { SlackError, needed, text, type Args, type Method } from './method.ts'
import { withIds } from './post.ts'

const deepestStack = 3

export const viewsOpen: Method = {
  perMinute: 100,
  run: (args, { state, changed }) => {
    const view = viewOf(args, 'modal')
    const userId = takeTrigger(state, args)
    return opened(state, { userId, stack: [], view, changed })
  },
}

export const viewsPush: Method = {
  perMinute: 100,
  run: (args, { state, changed }) => {
    const view = viewOf(args, 'modal')
    const userId = takeTrigger(state, args)
    const stack = state.modals.get(userId) ?? []
    if (stack.length >= deepestStack) throw new SlackError('push_limit_reached')
    return opened(state, { userId, stack, view, changed })
  },
}

export const viewsUpdate: Method = {
  perMinute: 100,
  run: (args, { state, changed }) => {
    const view = viewOf(args, 'modal')
    const id = needed(args, 'view_id', 'not_found')
    for (const stack of state.modals.values()) {
      const open = stack.find((known) => known.id === id)
      if (!open) continue
      const hash = text(args, 'hash')
      if (hash && hash !== open.hash) throw new SlackError('hash_conflict')
      replaceView(open, view)
      changed()
      return { view: open }
    }
    throw new SlackError('not_found')
  },
}

export const viewsPublish: Method = {
  perMinute: 100,
  run: (args, { state, changed }) => {
    const view = viewOf(args, 'home')
    const userId = needed(args, 'user_id')
    const hash = text(args, 'hash')
    if (hash && hash !== state.homes.get(userId)?.hash) throw new SlackError('hash_conflict')
    const home = newView(view)
    state.homes.set(userId, home)
    changed()
    return { view: home }
  },
}

/** Puts another content into an open view; what was entered into inputs that are still there stays. */
export function replaceView(open: OpenView, view: View): void {
  const values = keptValues(open.values, view)
  Object.assign(open, { ...view, values, errors: {}, hash: newId('h') })
}

export function newView(view: View): OpenView {
  return { ...view, id: newId('V'), hash: newId('h'), values: initialValues(view), errors: {} }
}

interface Opening {
  userId: string
  stack: OpenView[]
  view: View
  changed: () => void
}

function opened(state: State, { userId, stack, view, changed }: Opening): Record<string, unknown> {
  const open = newView(view)
  state.modals.set(userId, [...stack, open])
  changed()
  return { view: open }
}

function takeTrigger(state: State, args: Args): string {
  const trigger = state.triggers.get(needed(args, 'trigger_id', 'invalid_trigger_id'))
  if (!trigger) throw new SlackError('invalid_trigger_id')
  if (trigger.used) throw new SlackError('exchanged_trigger_id')
  if (trigger.expiresAt < state.now().getTime()) throw new SlackError('expired_trigger_id')
  trigger.used = true
  return trigger.userId
}

/** The view of a call, checked as Slack checks it. */
export function viewOf(args: Args, type: 'modal' | 'home'): View {
  const view = args['view'] as View | undefined
  if (view?.type !== type || !Array.isArray(view.blocks)) throw new SlackError('invalid_arguments')
  const found = violations(type, view)
  if (found.length > 0) {
    throw new SlackError('invalid_arguments', {
      response_metadata: { messages: found.map((line) => `[ERROR] ${line}`) },
    })
  }
  return { ...view, blocks: withIds(view.blocks) }
}
