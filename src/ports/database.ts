import type { DefinitionStore } from './definition-store.ts'
import type { DigestStore } from './digest-store.ts'
import type { EventLog } from './event-log.ts'
import type { LeadStore } from './lead-store.ts'
import type { LedgerStore } from './ledger-store.ts'
import type { LookupStore } from './lookup-store.ts'
import type { PersonaStore } from './persona-store.ts'
import type { PlaybookStore } from './playbook-store.ts'
import type { ReceiptStore } from './receipt-store.ts'
import type { TroubleStore } from './trouble-store.ts'

/** Everything that may be touched inside one transaction. */
export interface Stores {
  /**
   * Waits until no other transaction, of any instance, has this turn; it is given back when the transaction ends.
   * Outside of a transaction it does nothing.
   */
  takeTurn(name: string): Promise<void>
  leads: LeadStore
  receipts: ReceiptStore
  playbooks: PlaybookStore
  personas: PersonaStore
  definitions: DefinitionStore
  lookups: LookupStore
  digests: DigestStore
  ledger: LedgerStore
  troubles: TroubleStore
}

export interface Database extends Stores {
  events: EventLog
  /** All or nothing. Inside, only the stores that are passed in may be used. */
  transaction<T>(work: (stores: Stores) => Promise<T>): Promise<T>
}
