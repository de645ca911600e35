import type { Miss } from '../domain/digest/figures.ts'

export interface LookupStore {
  countMiss(kind: 'persona' | 'definition', term: string, at: Date): Promise<void>
  /** What was looked up in [from, to) and not found: what was asked for most first, then by the alphabet. */
  misses(period: { from: Date; to: Date }, limit: number): Promise<Miss[]>
}
