import { Command } from 'commander'
import { referenceOf } from '../domain/notice/trouble.ts'
import { giveUp } from '../flows/delivery/give-up.ts'
import { putBack } from '../flows/delivery/put-back.ts'
import { givenUpLines } from './given-up-lines.ts'
import { chosen, refuseNothing, stuck, type Choice } from './outbox-choice.ts'
import { operatorName } from './operator.ts'
import { outboxLines } from './outbox-lines.ts'
import { sendElsewhereFrom } from './send-elsewhere.ts'
import { withDatabase } from './with-database.ts'
import { someText } from './some-text.ts'

/** `baton outbox`: what Slack must still show, what it refused, and a way to send that again or to give it up. */
export function outboxCommand(): Command {
  const command = new Command('outbox')
    .description('what still waits to be shown in Slack, and what Slack refused for good')
    .option('--failed', 'only what Slack refused for good')
    .option('--json', 'one line of JSON')
    .action(list)
  choosing(command.command('send-again'))
    .description('send again what was refused, in its order, once the cause is repaired')
    .option(
      '--to <id>',
      'to this channel instead: cards nobody could decide on, and digests, of the channel of --lane',
    )
    .action(sendAgain)
  choosing(command.command('drop'))
    .description('give up what was refused, or what waits; it is kept, with who and why')
    .option('--waiting', 'instead of what was refused, what still waits in the channel of --lane')
    .requiredOption('--because <why>', 'why nobody will miss it', someText)
    .action(drop)
  return command
}

function choosing(command: Command): Command {
  return command
    .option('--lane <id>', 'only of this channel or person')
    .option('--cause <code>', 'only for this cause, such as is_archived')
    .option('--by <name>', 'who says so', operatorName())
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

async function sendAgain({ to, ...choice }: Choice & { to?: string; by: string }): Promise<void> {
  if (to !== undefined) return sendElsewhereFrom({ ...choice, to })
  const { yes, lane, cause } = choice
  const which = chosen(lane, cause)
  const count = await withDatabase((deps) => putBack(deps, which, { isTrial: !yes }))
  refuseNothing(count, which)
  process.stdout.write(
    yes
      ? `${count} put back; a running Baton sends them within seconds, in their order.\n`
      : `${count} would be sent again. Add --yes to do it.\n`,
  )
}

async function drop({ yes, because, by, ...choice }: Choice & Record<'because' | 'by', string>) {
  const which = stuck(choice)
  const words = `dropped by ${by}: ${because}`
  const given = await withDatabase((deps) => giveUp(deps, { which, because: words, isTrial: !yes }))
  refuseNothing(given.count + given.kept, which)
  const lines = givenUpLines(given, yes === true)
  if (given.count === 0 && given.kept > 0) throw new Error(lines)
  process.stdout.write(`${lines}\n`)
}
