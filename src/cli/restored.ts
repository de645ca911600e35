import { Command } from 'commander'
import { afterRestore } from '../flows/delivery/after-restore.ts'
import type { ByOperator } from '../flows/access/operator.ts'
import { withDatabase } from './with-database.ts'

/** `baton restored`: after a backup was restored, before the first start. */
export function restoredCommand(): Command {
  return new Command('restored')
    .description('prepare a database restored from a backup, before the first start; see docs/operations.md')
    .action(run)
}

/** A database without a lead is hardly the one that was restored. */
async function prepare(deps: ByOperator): ReturnType<typeof afterRestore> {
  if ((await deps.db.leads.search('', 1)).length === 0) throw new Error(nothingHere)
  return afterRestore(deps)
}
const nothingHere =
  'There is no lead in this database, so it is not the one that was restored: see whether the restore went well, and ' +
  'DATABASE_URL or DATA_DIR. If the backup held none, there is nothing to prepare: start Baton.'

async function run(): Promise<void> {
  const { waiting, open } = await withDatabase(prepare)
  process.stdout.write(
    `${waiting} posts that waited are looked for in Slack before they are sent. ` +
      `The cards of ${open} open leads are drawn anew. Start Baton now.\n`,
  )
}
