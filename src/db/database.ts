import type { DefinitionDocument } from '../domain/glossary/definition.ts'
import type { PersonaDocument } from '../domain/glossary/persona.ts'
import type { Notice } from '../domain/notice/notice.ts'
import type { PlaybookDocument } from '../domain/playbook/playbook.ts'
import type { Database, Stores } from '../ports/database.ts'
import { asConflict, eachUntilKept } from './stores/conflict.ts'
import { definitionStore } from './stores/definition-store.ts'
import { digestStore } from './stores/digest-store.ts'
import { eventLog } from './stores/event-log.ts'
import type { Prisma, PrismaClient } from './generated/client.ts'
import { Kept } from './stores/kept.ts'
import type { Version } from './stores/versions.ts'
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
  const parsed = parsedOf()
  return {
    ...eachUntilKept({ ...stores({ db: client, batch }, now, parsed), events: eventLog(client) }),
    transaction: async (work) => {
      const own = parsedOf(parsed)
      const result = await client
        .$transaction((tx) => within(tx, work, { now, parsed: own }))
        .catch(asConflict)
      for (const kept of Object.values(own)) kept.publish()
      return result
    },
  }
}

/** The notices of all that is done inside a transaction come last. */
async function within<T>(
  tx: Prisma.TransactionClient,
  work: (stores: Stores) => Promise<T>,
  { now, parsed }: { now: () => Date; parsed: Parsed },
): Promise<T> {
  const toShow: Notice[] = []
  const batch: Handle['batch'] = async (statements, notices) => {
    for (const statement of statements) await statement
    toShow.push(...notices)
  }
  const result = await work(stores({ db: tx, batch }, now, parsed))
  for (const statement of insertNotices(tx, toShow, now())) await statement
  return result
}

/** What was read of the documents in force. */
interface Parsed {
  playbooks: Kept<Version<PlaybookDocument>>
  personas: Kept<Version<PersonaDocument>>
  definitions: Kept<Version<DefinitionDocument>>
}

const parsedOf = (outer?: Parsed): Parsed => ({
  playbooks: new Kept(outer?.playbooks),
  personas: new Kept(outer?.personas),
  definitions: new Kept(outer?.definitions),
})

function stores(handle: Handle, now: () => Date, parsed: Parsed): Stores {
  return {
    takeTurn: async (name) => {
      await handle.db.$queryRaw`SELECT pg_advisory_xact_lock(hashtext(${name}))::text`
    },
    leads: leadStore(handle),
    receipts: receiptStore(handle.db),
    playbooks: playbookStore(handle.db, parsed.playbooks),
    personas: personaStore(handle.db, parsed.personas),
    definitions: definitionStore(handle.db, parsed.definitions),
    lookups: lookupStore(handle.db),
    digests: digestStore(handle),
    ledger: ledgerStore(handle),
    troubles: troubleStore(handle, now),
  }
}
