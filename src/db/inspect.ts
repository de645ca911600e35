import { access, constants, stat } from 'node:fs/promises'
import { dirname, join, resolve } from 'node:path'
import { PGlite } from '@electric-sql/pglite'
import { PrismaPGlite } from 'pglite-prisma-adapter'
import type { Database } from '../ports/database.ts'
import { openStores } from './database.ts'
import { PrismaClient } from './generated/client.ts'
import { DatabaseInUseError, lockFolder } from './connection/lock.ts'
import { readMigrationState, type MigrationState } from './migrations/migration-state.ts'
import { readNoticeAges, type NoticeAges } from './outbox/notice-ages.ts'
import { pgAdapter } from './connection/pg-adapter.ts'
import { readServerState, type ServerState } from './connection/server-state.ts'
import { makeOwn } from './connection/session-settings.ts'

/** A database as it is found: nothing is created in it, and no migration applied. */
export type DatabaseView =
  | OpenView
  /** No PGlite yet: the first start makes one. */
  | { state: 'absent'; folder: string; isWritable: boolean }
  /** The folder of a running Baton. */
  | { state: 'in-use'; folder: string }
  | { state: 'away'; why: string }

export interface OpenView {
  state: 'open'
  kind: 'PGlite' | 'PostgreSQL'
  version: string
  roundTripMs: number
  /** How far its clock is ahead of ours. */
  clockAheadMs: number
  server: ServerState
  migrations: MigrationState
  /** The stores, for reading; only where no migration is missing. */
  db: Database
  hasPlaybook(): Promise<boolean>
  notices(): Promise<NoticeAges>
  close(): Promise<void>
}

interface Options {
  url: string | undefined
  /** A database that was meant and can't be read must not be taken for one in the folder. */
  isUrlWrong: boolean
  dataDir: string
  now: () => Date
}

export async function inspectDatabase({ url, isUrlWrong, dataDir, now }: Options): Promise<DatabaseView> {
  if (isUrlWrong) return { state: 'away', why: 'DATABASE_URL is wrong' }
  try {
    return url === undefined ? await inspectFolder(dataDir, now) : await inspectServer(url, now)
  } catch (error) {
    if (error instanceof DatabaseInUseError) return { state: 'in-use', folder: resolve(dataDir) }
    return { state: 'away', why: reasonOf(error) }
  }
}

const limits = { connectionTimeoutMillis: 4000, query_timeout: 6000 }

function inspectServer(url: string, now: () => Date): Promise<OpenView> {
  const adapter = pgAdapter({ connectionString: url, max: 2, ...limits })
  return view('PostgreSQL', new PrismaClient({ adapter }), now)
}

async function inspectFolder(dataDir: string, now: () => Date): Promise<DatabaseView> {
  const folder = join(dataDir, 'pglite')
  if (!(await isThere(folder))) {
    return { state: 'absent', folder: resolve(dataDir), isWritable: await isWritable(resolve(dataDir)) }
  }
  await using held = new AsyncDisposableStack()
  held.defer((await lockFolder(dataDir)).release)
  const pglite = await PGlite.create(folder)
  held.defer(() => (pglite.closed ? undefined : pglite.close()))
  await pglite.exec(makeOwn)
  const seen = await view('PGlite', new PrismaClient({ adapter: new PrismaPGlite(pglite) }), now)
  const kept = held.move()
  return { ...seen, close: () => seen.close().then(() => kept.disposeAsync()) }
}

async function view(kind: OpenView['kind'], client: PrismaClient, now: () => Date): Promise<OpenView> {
  // The first round trip also connects.
  const [about] = await client.$queryRaw<
    { version: string }[]
  >`SELECT current_setting('server_version') AS version`
  const asked = now()
  const startedAt = performance.now()
  // As a whole number, which no setting changes.
  const [clock] = await client.$queryRaw<{ at: bigint }[]>`
    SELECT (extract(epoch FROM clock_timestamp()) * 1000)::bigint AS at`
  const roundTripMs = performance.now() - startedAt
  const at = Number(clock?.at ?? asked)
  return {
    ...{ state: 'open', kind, version: about?.version ?? '', roundTripMs },
    clockAheadMs: at - asked.getTime() - roundTripMs / 2,
    server: await readServerState(client),
    migrations: await readMigrationState(client),
    db: openStores(client, now),
    hasPlaybook: async () => (await client.playbook.count()) > 0,
    notices: () => readNoticeAges(client),
    close: () => client.$disconnect(),
  }
}

const isThere = (path: string) =>
  stat(path).then(
    () => true,
    () => false,
  )

/** Whether a folder could be made there: what exists of the path is a folder, and can be entered and written to. */
async function isWritable(path: string): Promise<boolean> {
  if (!(await isThere(path))) return isWritable(dirname(path))
  if (!(await stat(path)).isDirectory()) return false
  return access(path, constants.W_OK | constants.X_OK).then(
    () => true,
    () => false,
  )
}

/** What went wrong, in a line: the driver wraps its reason. It names the server, and never the password. */
function reasonOf(error: unknown): string {
  const text = error instanceof Error ? error.message : String(error)
  return /Message: `(.+)`/.exec(text)?.[1] ?? text.trim().split('\n').at(-1) ?? 'no answer'
}
