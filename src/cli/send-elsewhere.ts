import { countElsewhere, sendElsewhere } from '../flows/delivery/send-elsewhere.ts'
import { chosen, refuseNothing, type Choice } from './outbox-choice.ts'
import { withDatabase } from './with-database.ts'

/** `baton outbox send-again --lane C… --to C…`: what one channel refused goes to another. */
export async function sendElsewhereFrom(choice: Choice & Record<'to' | 'by', string>): Promise<void> {
  const { yes, lane, cause, to, by } = choice
  const which = { ...chosen(undefined, cause), lane: channelsOf(lane, to) }
  const { cards, digests } = await withDatabase((deps) =>
    yes ? sendElsewhere(deps, { which, to, by }) : countElsewhere(deps, which),
  )
  refuseNothing(cards + digests, which)
  const what = `${cards} cards of leads and ${digests} messages of digests`
  process.stdout.write(
    yes
      ? `${what} go to ${to}; a running Baton sends them within seconds.\n`
      : `${what} would go to ${to}. Add --yes to do it.\n`,
  )
}

/** What was meant for one person alone must not come to stand in a channel. */
function channelsOf(lane: string | undefined, to: string): string {
  if (lane === undefined) throw new Error('--to needs --lane: which channel refused it.')
  for (const id of [lane, to])
    if (!/^[CG][A-Z0-9]+$/.test(id))
      throw new Error(
        `${id} is not the id of a channel: it begins with C, and stands in the channel’s details.`,
      )
  return lane
}
