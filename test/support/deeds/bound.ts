import { App } from '@slack/bolt'
import { vi } from 'vitest'

const kinds = ['action', 'command', 'view', 'event', 'shortcut', 'options', 'message', 'function'] as const

/** One listener that Bolt was given: of what kind, and what it hears: an id, or the pattern of many. */
export interface Bound {
  kind: (typeof kinds)[number]
  hears: unknown
}

/** Everything that is bound to a Bolt app while this is done, in order. */
export async function whatIsBound(during: () => Promise<unknown>): Promise<Bound[]> {
  const spies = kinds.map((kind) => ({ kind, spy: vi.spyOn(App.prototype, kind) }))
  try {
    await during()
    return spies.flatMap(({ kind, spy }) => spy.mock.calls.map(([hears]): Bound => ({ kind, hears })))
  } finally {
    for (const { spy } of spies) spy.mockRestore()
  }
}

/** What a listener is called in the table of deeds: an id, a command, an event, `view ID`; `null` for one that hears the rest. */
export function nameOf({ kind, hears }: Bound, ids: string[]): string | null {
  const named = typeof hears === 'string' ? hears : familyOf(hears, ids)
  if (named === null || ['action', 'command', 'event'].includes(kind)) return named
  return `${kind} ${named}`
}

/** `lead.praise` for the pattern of `lead.praise.good-timing` and its like. */
function familyOf(pattern: unknown, ids: string[]): string | null {
  if (!(pattern instanceof RegExp) || pattern.test('nobody.knows')) return null
  return ids.find((id) => pattern.test(`${id}.any`)) ?? String(pattern)
}
