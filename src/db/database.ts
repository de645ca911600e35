import type { Notice } from '../domain/notice/notice.ts'
import type { Database, Stores } from '../ports/database.ts'
import { asConflict, eachUntilKept } from './stores/conflict.ts'
import { definitionStore } from './stores/definition-store.ts'
import { digestStore } from './stores/digest-store.ts'
import type { Prisma, PrismaClient } from './generated/client.ts'
import type { Handle } from './stores/handle.ts'
import { leadStore } from './stores/lead-store.ts'
import { ledgerStore } from './stores/ledger-store.ts'
import { lookupStore } from './stores/lookup-store.ts'
import { personaStore } from './stores/persona-store.ts'
import { playbookStore } from './stores/playbook-store.ts'
import { receiptStore } from './stores/receipt-store.ts'
import { insertNotices } from './outbox/save-notices.ts'
import { troubleStore } from './stores/trouble-store.ts'

/** All stores over one client, and a way to use them in one transaction. */
export function openStores(client: PrismaClient, now: () => Date): Database {
  const batch: Handle['batch'] = (statements, notices) =>
    client.$transaction([...statements, ...insertNotices(client, notices, now())])
  return {
    ...eachUntilKept(stores({ db: client, batch }, now)),
    transaction: (work) => client.$transaction((tx) => within(tx, work, now)).catch(asConflict),
  }
}

/** The notices of all that is done inside a transaction come last. */
async function within<T>(
  tx: Prisma.TransactionClient,
  work: (stores: Stores) => Promise<T>,
  now: () => Date,
): Promise<T> {
  const toShow: Notice[] = []
  const batch: Handle['batch'] = async (statements, notices) => {
    for (const statement of statements) await statement
    toShow.push(...notices)
  }
  const result = await work(stores({ db: tx, batch }, now))
  for (const statement of insertNotices(tx, toShow, now())) await statement
  return result
}

function stores(handle: Handle, now: () => Date): Stores {
  return {
    takeTurn: async (name) => {
      await handle.db.$queryRaw`SELECT pg_advisory_xact_lock(hashtext(${name}))::text`
    },
    leads: leadStore(handle),
    receipts: receiptStore(handle.db),
    playbooks: playbookStore(handle.db),
    personas: personaStore(handle.db),
    definitions: definitionStore(handle.db),
    lookups: lookupStore(handle.db),
    digests: digestStore(handle),
    ledger: ledgerStore(handle),
    troubles: troubleStore(handle, now),
  }
}
