import { interactiveOf, type Block, type Element, type View } from './block-types.ts'

type Values = Record<string, Record<string, unknown>>

/** What Slack reports of a view before anybody touched it: every input, with its initial value or none. */
export function initialValues(view: View): Values {
  return Object.fromEntries(
    view.blocks.flatMap((block) => {
      const elements = stateful(block)
      if (elements.length === 0) return []
      const states = elements.map((element) => [element.action_id ?? '', initialState(element)])
      return [[block.block_id ?? '', Object.fromEntries(states) as Record<string, unknown>]]
    }),
  )
}

/** The values of a view after its content changed: inputs with the same block and action keep what was entered. */
export function keptValues(before: Values, view: View): Values {
  const fresh = initialValues(view)
  for (const [blockId, actions] of Object.entries(fresh)) {
    for (const actionId of Object.keys(actions)) {
      const kept = before[blockId]?.[actionId]
      if (kept !== undefined) actions[actionId] = kept
    }
  }
  return fresh
}

/**
 * The state of an input after a person entered something: free text, or the value of one of its options.
 * @throws Error when there is no such input or option
 */
export function enter(block: Block, value: string): { element: Element; state: Record<string, unknown> } {
  const element = stateful(block)[0]
  if (!element) throw new Error(`block ${block.block_id} has no input`)
  if (element.type === 'plain_text_input') return { element, state: { type: element.type, value } }
  const options = [
    ...(element.options ?? []),
    ...(element.option_groups ?? []).flatMap((group) => group.options),
  ]
  const option = options.find((candidate) => candidate.value === value)
  if (!option)
    throw new Error(
      `block ${block.block_id} has no option ${value}: ${options.map((o) => o.value).join(', ')}`,
    )
  return { element, state: { type: element.type, selected_option: option } }
}

const inputKinds = new Set([
  'static_select',
  'radio_buttons',
  'checkboxes',
  'datepicker',
  'plain_text_input',
  'users_select',
])

function stateful(block: Block): Element[] {
  return interactiveOf(block).filter((element) => inputKinds.has(element.type ?? ''))
}

function initialState(element: Element): Record<string, unknown> {
  const { type } = element
  if (type === 'plain_text_input') return { type, value: element.initial_value ?? null }
  if (type === 'checkboxes') return { type, selected_options: element.initial_options ?? [] }
  if (type === 'datepicker') return { type, selected_date: element.initial_date ?? null }
  return { type, selected_option: element.initial_option ?? null }
}
