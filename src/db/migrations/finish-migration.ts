import { MigrationError } from './migration-error.ts'
import type { Migration } from './migrations.ts'
import type { Statements } from '../connection/session.ts'

/** PostgreSQL's words for: this table or index, this column, this constraint exists already. */
const existsAlready = new Set(['42P07', '42701', '42710'])

/**
 * Finishes what an earlier version of Baton left half done. It applied a migration one statement after the other, so
 * what is there can only be the first so many of them: those are passed over, and all the others must succeed.
 * @throws MigrationError when what is there does not fit
 */
export async function finishMigration(tx: Statements, { name, sql }: Migration): Promise<void> {
  let isThere = true
  for (const statement of statementsOf(sql)) {
    await tx.run('SAVEPOINT statement')
    try {
      await tx.run(statement)
      isThere = false
    } catch (error) {
      if (!isThere || !existsAlready.has(codeOf(error))) throw unfit(name, error)
      await tx.run('ROLLBACK TO SAVEPOINT statement')
    }
  }
}

/** As earlier versions cut them; none of the migrations that they could begin has a semicolon within a statement. */
export function statementsOf(sql: string): string[] {
  return sql
    .split(';')
    .map((statement) => statement.trim())
    .filter(Boolean)
}

const codeOf = (error: unknown): string =>
  error instanceof Error && 'code' in error ? String(error.code) : ''

function unfit(name: string, cause: unknown): MigrationError {
  return new MigrationError(
    `An earlier version was stopped in the middle of the migration ${name}, and what it left can’t be completed ` +
      `(${cause instanceof Error ? cause.message : String(cause)}). Nothing was changed. ` +
      'Restore the backup from before that upgrade, then start this version: see “Backup and restore” in docs/operations.md.',
    { cause },
  )
}
