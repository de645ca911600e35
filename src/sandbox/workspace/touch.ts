import { interactiveOf, type Block } from '../limits/block-types.ts'
import { enter, isInput } from '../limits/input-kinds.ts'
import type { Touched } from '../acting/view-values.ts'

/**
 * The element with that action id; among several, the one with that value. Of a menu, the value is the option that is
 * chosen.
 * @throws Error when there is nothing of that name to touch
 */
export function touch(blocks: Block[], actionId: string, value?: string): Touched {
  const all = blocks.flatMap((block) => interactiveOf(block).map((element) => ({ block, element })))
  const named = all.filter(({ element }) => element.action_id === actionId)
  const found = named.find(({ element }) => value === undefined || element.value === value) ?? named[0]
  if (!found) throw new Error(`there is nothing called ${actionId} to click`)
  if (!isInput(found.element) || value === undefined) return found
  return { ...found, state: enter(found.element, value) }
}
