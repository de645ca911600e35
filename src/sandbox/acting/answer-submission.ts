import { z } from 'zod'
import type { Answer } from '../transport/acks.ts'
import { SlackError } from '../api/method.ts'
import { takenView } from '../api/views/view-of.ts'
import type { OpenView, State } from '../workspace/state.ts'
import { deepestStack, newView, replaceView } from './views.ts'

const errorsSchema = z.record(z.string(), z.string())

/**
 * What becomes of a modal that was sent, by the bot's answer: inline errors, another content, one more modal on top,
 * none at all; without an answer it closes.
 * @throws SlackError when Slack would refuse the answer
 */
export function answerSubmission(
  { modals }: State,
  userId: string,
  { open, answer }: { open: OpenView; answer: Answer },
): void {
  const stack = modals.get(userId) ?? []
  switch (answer?.['response_action']) {
    case 'errors':
      return showErrors(open, errorsSchema.parse(answer['errors']))
    case 'update':
      return replaceView(open, takenView(answer['view'], 'modal'))
    case 'push':
      if (stack.length >= deepestStack) throw new SlackError('push_limit_reached')
      return void stack.push(newView(takenView(answer['view'], 'modal'), open))
    case 'clear':
      return void modals.delete(userId)
    default:
      stack.pop()
  }
}

function showErrors(open: OpenView, errors: Record<string, string>): void {
  const inputs = new Set(open.blocks.filter(({ type }) => type === 'input').map((block) => block.block_id))
  const strange = Object.keys(errors).find((blockId) => !inputs.has(blockId))
  if (strange !== undefined) throw new SlackError(`the bot names an error of ${strange}, which is no input`)
  open.errors = errors
}
