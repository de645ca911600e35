import type { View } from '../limits/block-types.ts'
import { newId, type OpenView } from '../workspace/state.ts'
import { initialValues, keptValues } from './view-values.ts'

/** Slack stacks so many modals. */
export const deepestStack = 3

/** A view as it opens, on top of another one or alone. */
export function newView(view: View, below?: OpenView): OpenView {
  const id = newId('V')
  return {
    ...{ ...view, id, hash: newId('h'), values: initialValues(view), errors: {} },
    root_view_id: below?.root_view_id ?? id,
    previous_view_id: below?.id ?? null,
  }
}

/** Puts another content into an open view; what was entered into inputs that are still there stays. */
export function replaceView(open: OpenView, view: View): void {
  const values = keptValues(open.values, view)
  Object.assign(open, { ...view, values, errors: {}, hash: newId('h') })
}
