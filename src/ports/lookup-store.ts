export interface LookupStore {
  countMiss(kind: 'persona' | 'definition', term: string, at: Date): Promise<void>
  misses(limit: number): Promise<{ kind: string; term: string; count: number }[]>
}
