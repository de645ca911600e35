import { unknownField } from '../lead/lead-field.ts'
import type { Broken } from '../document/broken.ts'
import type { Condition } from './condition.ts'

/** A condition, and where it stands in its document. */
export interface Placed {
  condition: Condition
  path: PropertyKey[]
}

/** A condition asks for something that a lead can say. */
export function canHold({ condition, path }: Placed): Broken[] {
  const { field, word, atLeast, atMost } = condition
  const unknown = unknownField(field, ['source'])
  if (unknown !== null) return [{ path: [...path, 'field'], remedy: unknown }]
  if ((atLeast !== undefined || atMost !== undefined) && !isNumber(field))
    return [{ path, remedy: `${field} is a text: compare it with is, contains or word` }]
  const empty = word?.findIndex((phrase) => !/[\p{L}\p{N}]/u.test(phrase)) ?? -1
  return empty < 0
    ? []
    : [{ path: [...path, 'word', empty], remedy: 'holds no letter and no digit: no word is like it' }]
}

const isNumber = (field: string): boolean => field === 'employees' || field.startsWith('attributes.')

/** Conditions that must all hold leave a number between the largest lower bound and the smallest upper one. */
export function canHoldTogether(conditions: Condition[], path: PropertyKey[]): Broken[] {
  return [...Map.groupBy(conditions, ({ field }) => field)].flatMap(([field, all]) => {
    const least = Math.max(...all.map(({ atLeast = -Infinity }) => atLeast))
    const most = Math.min(...all.map(({ atMost = Infinity }) => atMost))
    const remedy = `no ${field} is at least ${least} and at most ${most}: correct one of them`
    return least > most ? [{ path, remedy }] : []
  })
}
