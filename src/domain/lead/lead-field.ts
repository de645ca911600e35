import { leadFields } from './lead-details.ts'
import { nearest } from '../text/spelling.ts'

/** `attributes.NAME`, for what has no field of its own. */
const attribute = /^attributes\.(?!__proto__$).{1,100}$/su

/**
 * What is wrong with the name of a lead's field, in a sentence, and which one was most likely meant; `null` when it is one.
 * `own` are names that this place knows besides.
 */
export function unknownField(name: string, own: readonly string[]): string | null {
  const known = [...own, ...leadFields]
  if (known.includes(name) || attribute.test(name)) return null
  const meant = nearest(name, known)
  return meant === null
    ? `a lead has no field ${name}: write attributes.NAME, or one of ${known.join(', ')}`
    : `a lead has no field ${name}: did you mean ${meant}, or attributes.${name}?`
}
