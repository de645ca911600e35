import type { PGlite } from '@electric-sql/pglite'
import { PrismaPGlite } from 'pglite-prisma-adapter'
import { slack, type Courier } from '../domain/notice/courier.ts'
import type { Outbox } from '../ports/outbox.ts'
import type { Database } from '../ports/database.ts'
import { openBreathing } from './connection/breathing-pglite.ts'
import { eachUntilKept } from './stores/conflict.ts'
import { openStores } from './database.ts'
import { PrismaClient } from './generated/client.ts'
import { lockFolder, type Lock } from './connection/lock.ts'
import { migrate } from './migrations/migrate.ts'
import { openFolder } from './connection/open-folder.ts'
import { openOutbox } from './outbox/outbox.ts'
import { pgAdapter } from './connection/pg-adapter.ts'
import { openPgSession, pgliteSession } from './connection/session.ts'
import { makeOwn } from './connection/session-settings.ts'

export interface OpenDatabase {
  kind: 'PGlite' | 'PostgreSQL'
  db: Database
  /** Slack's. */
  outbox: Outbox
  outboxOf(courier: Courier): Outbox
  /** @throws Error when the database does not answer */
  ping(): Promise<void>
  close(): Promise<void>
}

interface Options {
  /** A PostgreSQL URL; without it PGlite lives in `dataDir`. */
  url?: string | undefined
  /** A folder, or `memory://` for a database that dies with the process. */
  dataDir: string
  now: () => Date
}

/** In milliseconds: on PGlite one waits for the other, and a hundred clicks for the last of them. */
const transactionOptions = { maxWait: 30_000, timeout: 60_000 }

/**
 * Opens the database and applies the migrations that are missing.
 * @throws DatabaseInUseError when another process has the data folder
 * @throws MigrationError when the database is from another version or another program
 */
export function openDatabase(options: Options): Promise<OpenDatabase> {
  return options.url ? openPostgres(options.url, options.now) : openPglite(options.dataDir, options.now)
}

async function openPostgres(url: string, now: () => Date): Promise<OpenDatabase> {
  await migratePostgres(url)
  const adapter = pgAdapter({ connectionString: url, max: 10, connectionTimeoutMillis: 5000 })
  const client = new PrismaClient({ adapter, transactionOptions })
  return assemble({ kind: 'PostgreSQL', client, now, close: () => client.$disconnect() })
}

async function migratePostgres(url: string): Promise<void> {
  await using session = await openPgSession(url)
  await migrate(session)
}

async function openPglite(dataDir: string, now: () => Date): Promise<OpenDatabase> {
  const inMemory = dataDir.startsWith('memory://')
  await using parts = new AsyncDisposableStack()
  const lock: Lock | null = inMemory ? null : await lockFolder(dataDir)
  if (lock) parts.defer(lock.release)
  const pglite = await (inMemory ? openBreathing(dataDir) : openFolder(dataDir))
  parts.defer(() => pglite.close())
  const database = await assemblePglite(pglite, now, lock)
  parts.move()
  return database
}

/** Baton's stores on a PGlite that somebody else has opened. */
export async function assemblePglite(
  pglite: PGlite,
  now: () => Date,
  lock: Lock | null = null,
): Promise<OpenDatabase> {
  await pglite.exec(makeOwn)
  await migrate(pgliteSession(pglite))
  const client = new PrismaClient({ adapter: new PrismaPGlite(pglite), transactionOptions })
  const close = async () => {
    await client.$disconnect()
    if (!pglite.closed) await pglite.close()
    await lock?.release()
  }
  return assemble({ kind: 'PGlite', client, now, close })
}

interface Parts {
  kind: OpenDatabase['kind']
  client: PrismaClient
  now: () => Date
  close: () => Promise<void>
}

function assemble({ kind, client, now, close }: Parts): OpenDatabase {
  const ping = async () => void (await client.$queryRaw`SELECT 1`)
  const outboxOf = (courier: Courier) => eachUntilKept(openOutbox(client, courier))
  return { kind, db: openStores(client, now), outbox: outboxOf(slack), outboxOf, ping, close }
}
