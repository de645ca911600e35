import { defaultPlaybook } from '../../prisma/seed.ts'
import { openDatabase } from '../../src/db/open.ts'
import { acceptLead } from '../../src/flows/handoff/accept-lead.ts'
import { receiveLeads } from '../../src/flows/intake/receive-leads.ts'
import { openDesk, roundIdOf, type Desk } from '../support/desk.ts'
import { aReceivedLead } from '../support/leads.ts'

/** The channel that the pages take for their examples. */
const handoffs = 'C0123ABC'

/**
 * Fills an empty database with what the examples of the pages speak of: in one channel the update of a decided lead's card and
 * the card of another lead, both refused by Slack, and a card that waits because of what Slack said last.
 */
export async function installAt(url: string): Promise<void> {
  await using desk = await openDesk({
    name: 'PostgreSQL',
    open: (now = () => new Date()) => openDatabase({ url, dataDir: '', now }),
    settings: () => Promise.reject(new Error('no bot runs here')),
  })
  await desk.agree({ channels: { ...defaultPlaybook.channels, handoffs } })
  const { deps, outbox } = desk
  const handoffId = await handOff(desk, 'decided')
  await outbox.sent(await next(desk), { ts: '1.1', at: deps.now(), freeAt: deps.now() })
  await acceptLead(deps, { handoffId, userId: 'U0ANNA' })
  await outbox.fail(await next(desk), { error: 'cant_update_message', at: deps.now() })
  await outbox.sent(await next(desk), { ts: '1.2', at: deps.now(), freeAt: deps.now() })
  await handOff(desk, 'refused')
  await outbox.fail(await next(desk), { error: 'is_archived', at: deps.now() })
  await handOff(desk, 'waiting')
  await outbox.postpone(await next(desk), { error: 'HTTP 500', dueAt: deps.now() })
}

async function handOff({ deps }: Desk, externalId: string): Promise<string> {
  const details = { name: `Lead ${externalId}`, email: `${externalId}@example.com` }
  const leads = [aReceivedLead({ externalId, qualified: true, details })]
  const [received] = await receiveLeads(deps, { leads })
  return roundIdOf(deps, received?.leadId)
}

async function next({ deps, outbox, setClock }: Desk) {
  setClock(new Date(deps.now().getTime() + 10_000))
  const notice = await outbox.claim({ now: deps.now(), owner: 'test', leaseMs: 1000 })
  if (!notice) throw new Error('nothing waits')
  return notice
}
