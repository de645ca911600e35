import type { View } from '../../limits/block-types.ts'
import { violations } from '../../limits/limits.ts'
import { SlackError, type Args } from '../method.ts'
import { withIds } from '../chat/post.ts'

/** The view of a call, checked as Slack checks it. */
export function viewOf(args: Args, type: 'modal' | 'home'): View {
  return takenView(args['view'], type)
}

/** A view that Slack takes, its blocks with names. @throws SlackError that says what is wrong with it */
export function takenView(given: unknown, type: 'modal' | 'home'): View {
  const view = given as View | undefined
  if (view?.type !== type || !Array.isArray(view.blocks)) throw new SlackError('invalid_arguments')
  const found = violations(type, view)
  if (found.length > 0) {
    throw new SlackError('invalid_arguments', {
      response_metadata: { messages: found.map((line) => `[ERROR] ${line}`) },
    })
  }
  return { ...view, blocks: withIds(view.blocks) }
}
