import { interactiveOf, type Block, type Element } from '../limits/block-types.ts'
import { initialState, isRemembered, type InputState } from '../limits/input-kinds.ts'

/** What was entered into the inputs of a message or view, by block and action. */
export type Values = Record<string, Record<string, unknown>>

/** An element, the block it stands in, and what was entered into it. */
export interface Touched {
  element: Element
  block: Block
  state?: Record<string, unknown>
}

interface Content {
  blocks: Block[]
}

/** What Slack reports before anybody touched anything: every input, with its initial value or none. */
export function initialValues({ blocks }: Content): Values {
  return Object.fromEntries(
    blocks.flatMap((block) => {
      const inputs = interactiveOf(block).filter(isRemembered)
      if (inputs.length === 0) return []
      const states = inputs.map((input): [string, InputState] => [input.action_id ?? '', initialState(input)])
      return [[block.block_id ?? '', Object.fromEntries(states)]]
    }),
  )
}

/** The values of a view after its content changed: inputs with the same block and action keep what was entered. */
export function keptValues(before: Values, content: Content): Values {
  const fresh = initialValues(content)
  for (const [blockId, actions] of Object.entries(fresh)) {
    for (const actionId of Object.keys(actions)) {
      const kept = before[blockId]?.[actionId]
      if (kept !== undefined) actions[actionId] = kept
    }
  }
  return fresh
}

/** Writes down what was entered, where Slack remembers it. */
export function remember(values: Values, { element, block, state }: Touched): void {
  if (!state || !isRemembered(element)) return
  const blockId = block.block_id ?? ''
  values[blockId] = { ...values[blockId], [element.action_id ?? '']: state }
}
