import { leadFields } from '../../domain/lead/lead-details.ts'
import { pathOf, type Problem } from '../../flows/playbook/problems.ts'

/** What is wrong with a lead: for its sender in words, and for the log by its kind alone. */
export interface Wrong extends Problem {
  /** Such as `[3].email invalid_format`: no value, and no name that a sender chose. */
  logged: string
}

export function wrongAt(path: PropertyKey[], kind: string, remedy: string): Wrong {
  const known = path.map((part) => (typeof part === 'number' || ours.has(part) ? part : '*'))
  return { path: pathOf(path), remedy, logged: `${pathOf(known)} ${kind}`.trim() }
}

const ours = new Set<PropertyKey>([
  ...leadFields,
  ...['attributes', 'external_id', 'externalId', 'qualified', 'score', 'points', 'reasons', 'test'],
])
