import type { LedgerEntry } from '../domain/ledger/entry.ts'
import type { Notice } from '../domain/notice/notice.ts'

/** What marketing changed, or put off, after a digest. */
export interface LedgerStore {
  find(id: string): Promise<LedgerEntry | null>
  /** Saves a line and the notices at once; `false` when a line of this id is there already. */
  add(entry: LedgerEntry, notices: Notice[]): Promise<boolean>
  /** Changes no digest has told of yet, the earliest first. */
  unreported(): Promise<LedgerEntry[]>
  /** Changes in force since then or longer that were not measured yet, the earliest first. */
  unmeasured(since: Date): Promise<LedgerEntry[]>
  /** The newest first. */
  latest(limit: number): Promise<LedgerEntry[]>
}
