import { untilKept } from '../stores/conflict.ts'
import { finishMigration } from './finish-migration.ts'
import { MigrationError } from './migration-error.ts'
import { beginHistory, giveUp, readHistory, remember, tablesIn, type Attempt } from './migration-history.ts'
import { readMigrations, type Migration } from './migrations.ts'
import type { Session, Statements } from '../connection/session.ts'

/** Prisma's own number, so that `prisma migrate deploy` and Baton wait for each other, too. */
const lock = 72_707_369

/**
 * Applies the migrations that are missing and returns their names. Each is one transaction with its line of the
 * history: killed at any moment, it was applied or it was not, and the next start goes on. Of several instances that
 * start at once one migrates, and the others wait.
 * @throws MigrationError when the database is from another version or another program
 */
export async function migrate(session: Session, migrations?: Migration[]): Promise<string[]> {
  const known = migrations ?? (await readMigrations())
  const applied: string[] = []
  for (;;) {
    const name = await untilKept(() => session.transaction((tx) => applyNext(tx, known)))
    if (name === null) return applied
    applied.push(name)
  }
}

async function applyNext(tx: Statements, known: Migration[]): Promise<string | null> {
  await tx.run(`SELECT pg_advisory_xact_lock(${lock})`)
  const history = (await readHistory(tx)) ?? (await startHistory(tx))
  refuseNewer(history, known)
  const isDone = ({ name }: Migration) => history.some((attempt) => attempt.name === name && !attempt.isHalf)
  const next = known.find((migration) => !isDone(migration))
  if (!next) return null
  const half = history.filter(({ name }) => name === next.name)
  await (half.length > 0 ? finishMigration(tx, next) : apply(tx, next))
  for (const attempt of half) await giveUp(tx, attempt)
  await remember(tx, next)
  return next.name
}

async function startHistory(tx: Statements): Promise<Attempt[]> {
  const tables = await tablesIn(tx)
  if (tables.length > 0)
    throw new MigrationError(
      `The database already holds tables that are not Baton’s (${tables.slice(0, 3).join(', ')}). ` +
        'Nothing was changed. Create a database for Baton alone and put it into DATABASE_URL.',
    )
  await beginHistory(tx).catch((cause: unknown) => {
    throw new MigrationError(
      `Baton could not create its tables: ${saidBy(cause)}. Nothing was changed. ` +
        'Give the role in DATABASE_URL the right to create tables: GRANT CREATE ON SCHEMA public TO the role.',
      { cause },
    )
  })
  return []
}

function refuseNewer(history: Attempt[], known: Migration[]): void {
  const foreign = history.find(({ name }) => !known.some((migration) => migration.name === name))
  if (!foreign) return
  throw new MigrationError(
    `The database was migrated by a newer version of Baton: this one does not know ${foreign.name}. ` +
      'Nothing was changed. Start that version, or restore the backup from before the upgrade.',
  )
}

async function apply(tx: Statements, { name, sql }: Migration): Promise<void> {
  try {
    await tx.run(sql)
  } catch (cause) {
    throw new MigrationError(`The migration ${name} failed and changed nothing: ${saidBy(cause)}.`, { cause })
  }
}

const saidBy = (cause: unknown): string => (cause instanceof Error ? cause.message : String(cause))
