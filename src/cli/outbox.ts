import { userInfo } from 'node:os'
import { Command } from 'commander'
import type { Stuck, Which } from '../flows/trouble-store.ts'
import { referenceOf } from '../domain/trouble.ts'
import { outboxLines } from './outbox-lines.ts'
import { withDatabase } from './with-database.ts'

interface Choice extends Which {
  yes?: true
  waiting?: true
}

/** `baton outbox`: what Slack must still show, what it refused, and a way to send that again or to give it up. */
export function outboxCommand(): Command {
  const command = new Command('outbox')
    .description('what still waits to be shown in Slack, and what Slack refused for good')
    .option('--failed', 'only what Slack refused for good')
    .option('--json', 'one line of JSON')
    .action(list)
  choosing(command.command('send-again'))
    .description('send again what was refused, in its order, once the cause is repaired')
    .action(sendAgain)
  choosing(command.command('drop'))
    .description('give up what was refused, or what waits; it is kept, with who and why')
    .option('--waiting', 'instead of what was refused, what still waits in the channel of --lane')
    .requiredOption('--because <why>', 'why nobody will miss it')
    .option('--by <name>', 'who says so', userInfo().username)
    .action(drop)
  return command
}

function choosing(command: Command): Command {
  return command
    .option('--lane <id>', 'only of this channel or person')
    .option('--cause <code>', 'only for this cause, such as is_archived')
    .option('--yes', 'do it; without, it is only said what would be done')
}

async function list({ failed, json }: { failed?: true; json?: true }): Promise<void> {
  const found = await withDatabase(async ({ db, now }) => {
    const queue = failed ? [] : await db.troubles.queue()
    return { queue, troubles: await db.troubles.all(), now: now() }
  })
  const { queue, troubles } = found
  const named = troubles.map((trouble) => ({ ...trouble, reference: referenceOf(trouble) }))
  const lines = json ? [JSON.stringify({ queue, troubles: named })] : outboxLines(found)
  process.stdout.write(`${lines.join('\n')}\n`)
}

async function sendAgain({ yes, lane, cause }: Choice): Promise<void> {
  const which = chosen(lane, cause)
  const count = yes
    ? await withDatabase(({ db }) => db.troubles.sendAgain(which))
    : await withDatabase(({ db }) => db.troubles.count(which))
  refuseNothing(count, which)
  process.stdout.write(
    yes
      ? `${count} put back; a running Baton sends them within seconds, in their order.\n`
      : `${count} would be sent again. Add --yes to do it.\n`,
  )
}

async function drop({ yes, because, by, ...choice }: Choice & Record<'because' | 'by', string>) {
  const which = stuck(choice)
  const count = yes
    ? await withDatabase(({ db }) => db.troubles.drop(which, `dropped by ${by}: ${because}`))
    : await withDatabase(({ db }) => db.troubles.count(which))
  refuseNothing(count, which)
  process.stdout.write(
    yes ? `${count} given up, and kept as dropped.\n` : `${count} would be given up. Add --yes to do it.\n`,
  )
}

/** What waits in every channel is nothing to give up in one line. */
function stuck({ waiting, lane, cause }: Choice): Stuck {
  if (!waiting) return chosen(lane, cause)
  if (lane === undefined)
    throw new Error('--waiting needs --lane: npm run baton -- outbox shows what waits, and in which channel.')
  return { ...chosen(undefined, cause), waiting, lane }
}

/** A channel or cause that was mistyped must not look like work done. */
function refuseNothing(count: number, { lane, cause, waiting }: Stuck): void {
  const meant = [lane, cause].filter((part) => part !== undefined)
  if (count > 0 || meant.length === 0) return
  const what = waiting ? 'Nothing waits' : 'Nothing was refused'
  throw new Error(
    `${what} for ${meant.join(', ')}. See npm run baton -- outbox, and copy the channel’s id and the cause from there.`,
  )
}

const chosen = (lane?: string, cause?: string): Which => ({
  ...(lane !== undefined && { lane }),
  ...(cause !== undefined && { cause }),
})
