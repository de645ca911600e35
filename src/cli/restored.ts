import { Command } from 'commander'
import { afterRestore } from '../flows/after-restore.ts'
import { withDatabase } from './with-database.ts'

/** `baton restored`: after a backup was restored, before the first start. */
export function restoredCommand(): Command {
  return new Command('restored')
    .description('prepare a database restored from a backup, before the first start; see docs/operations.md')
    .action(run)
}

async function run(): Promise<void> {
  const { waiting, open } = await withDatabase(afterRestore)
  process.stdout.write(
    `${waiting} posts that waited are looked for in Slack before they are sent. ` +
      `The cards of ${open} open leads are drawn anew. Start Baton now.\n`,
  )
}
