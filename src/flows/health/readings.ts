import type { Trouble } from '../../domain/notice/trouble.ts'
import type { Unstored } from '../intake/storing.ts'
import type { Queued } from '../../ports/trouble-store.ts'

/** How the parts of a running Baton stand, at one moment. */
export interface Readings {
  now: Date
  database: { kind: string; answers: boolean }
  /** The last request to hand in leads, where it could not be stored. */
  unstored: Unstored | null
  slack: {
    kind: 'socket' | 'http'
    connected: boolean
    /** How many connections Slack counted for the app when it last said hello. */
    connections: number | null
  }
  clock: {
    /** How late the last tick of the clock came; `null` before the first. */
    latenessMs: number | null
    sinceTickMs: number
  }
  /** What the database knows; `null` while it does not answer. */
  shared: { queue: Queued[]; troubles: Trouble[]; digestOverdueMs: number } | null
  postsPerSecond: number
}

/** How many notices wait in this state. */
export function waiting(queue: Queued[], state?: Queued['state']): number {
  return queue
    .filter((part) => state === undefined || part.state === state)
    .reduce((sum, { count }) => sum + count, 0)
}

/** How long the oldest notice has waited. */
export function oldestMs({ shared, now }: Pick<Readings, 'shared' | 'now'>): number {
  return Math.max(0, ...(shared?.queue ?? []).map(({ since }) => now.getTime() - since.getTime()))
}
