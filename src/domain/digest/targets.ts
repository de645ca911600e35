import type { Target } from '../ledger/entry.ts'
import type { DigestNumbers } from './figures.ts'
import { slicesNamed } from './number.ts'
import { sliceKinds } from './slice-kind.ts'

/** What may be changed or asked about: the reasons a digest counts, then everything else, most leads lost first. */
export function targetsOf(figures: DigestNumbers): Target[] {
  const slices = sliceKinds.flatMap((by) => slicesNamed(by, figures).map((slice) => ({ ...slice, by })))
  const bySlices = slices.toSorted((a, b) => b.lost - a.lost).map(({ by, key }): Target => ({ by, key }))
  return [...figures.reasons.map(({ code }): Target => ({ by: 'reason', key: code })), ...bySlices]
}

/** Whether a digest counts this; all leads are in each. */
export function isCounted({ by, key }: Target, figures: DigestNumbers): boolean {
  if (by === 'all') return key === ''
  return targetsOf(figures).some((target) => target.by === by && target.key === key)
}
