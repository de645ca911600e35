import type { Database, Stores } from '../flows/ports.ts'
import { asConflict } from './conflict.ts'
import { definitionStore } from './definition-store.ts'
import { digestStore } from './digest-store.ts'
import type { PrismaClient } from './generated/client.ts'
import type { Handle } from './handle.ts'
import { leadStore } from './lead-store.ts'
import { ledgerStore } from './ledger-store.ts'
import { lookupStore } from './lookup-store.ts'
import { personaStore } from './persona-store.ts'
import { playbookStore } from './playbook-store.ts'
import { receiptStore } from './receipt-store.ts'

/** All stores over one client, and a way to use them in one transaction. */
export function openStores(client: PrismaClient, now: () => Date): Database {
  return {
    ...stores({ db: client, batch: (statements) => client.$transaction(statements) }, now),
    transaction: (work) =>
      client
        .$transaction((tx) => work(stores({ db: tx, batch: inTurn }, now)), {
          timeout: 60_000,
          maxWait: 30_000,
        })
        .catch(asConflict),
  }
}

/** Inside a transaction the statements of a batch just follow each other. */
async function inTurn(statements: PromiseLike<unknown>[]): Promise<void> {
  for (const statement of statements) await statement
}

function stores(handle: Handle, now: () => Date): Stores {
  return {
    takeTurn: async (name) => {
      await handle.db.$queryRaw`SELECT pg_advisory_xact_lock(hashtext(${name}))::text`
    },
    leads: leadStore(handle, now),
    receipts: receiptStore(handle.db),
    playbooks: playbookStore(handle.db),
    personas: personaStore(handle.db),
    definitions: definitionStore(handle.db),
    lookups: lookupStore(handle.db),
    digests: digestStore(handle, now),
    ledger: ledgerStore(handle, now),
  }
}
