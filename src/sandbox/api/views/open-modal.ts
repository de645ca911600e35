import type { View } from '../../limits/block-types.ts'
import { seenView } from '../../payloads/views.ts'
import { deepestStack, newView } from '../../acting/views.ts'
import { SlackError, needed, type Args, type Context } from '../method.ts'

/** Puts a modal in front of the person whose trigger this is: alone, or on top of the others. */
export function openModal(
  args: Args,
  { state, changed }: Context,
  { view, onTop }: { view: View; onTop: boolean },
): { view: object } {
  const userId = takeTrigger(args, state)
  const below = onTop ? (state.modals.get(userId) ?? []) : []
  if (below.length >= deepestStack) throw new SlackError('push_limit_reached')
  const open = newView(view, below.at(-1))
  state.modals.set(userId, [...below, open])
  changed()
  return { view: seenView(open) }
}

/** A trigger opens one thing, within three seconds. */
function takeTrigger(args: Args, state: Context['state']): string {
  const trigger = state.triggers.get(needed(args, 'trigger_id', 'invalid_trigger_id'))
  if (!trigger) throw new SlackError('invalid_trigger_id')
  if (trigger.used) throw new SlackError('exchanged_trigger_id')
  if (trigger.expiresAt < state.now().getTime()) throw new SlackError('expired_trigger_id')
  trigger.used = true
  return trigger.userId
}
