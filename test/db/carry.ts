import type { ClaimedNotice } from '../../src/ports/outbox.ts'
import { receiveLeads } from '../../src/flows/intake/receive-leads.ts'
import type { Desk } from '../support/desk.ts'
import { aReceivedLead } from '../support/leads.ts'

/** Hands off a lead of each of these names. */
export async function handOff(desk: Desk, ...names: string[]): Promise<void> {
  for (const name of names) {
    const details = { ...aReceivedLead().details, name, email: `${name}@example.com` }
    await receiveLeads(desk.deps, { leads: [aReceivedLead({ externalId: name, details, qualified: true })] })
  }
}

/** Takes the next notice that is due. */
export const claim = (desk: Desk) =>
  desk.outbox.claim({ now: desk.deps.now(), owner: 'one', leaseMs: 10_000 })

/** Takes what is due in one lane; Slack refuses it, or takes it without a reason to refuse. */
export async function carry(desk: Desk, error?: string, isDoubtful = false): Promise<ClaimedNotice[]> {
  const all: ClaimedNotice[] = []
  for (let notice = await claim(desk); notice; notice = await claim(desk)) {
    all.push(notice)
    const now = desk.deps.now()
    const orphan = ['thread', 'card-update'].includes(notice.content.kind) && !notice.card
    const why = orphan ? 'the card was never posted' : notice.lane === 'C0LEADS' ? error : undefined
    if (why === undefined)
      await desk.outbox.sent(notice, { ts: `${all.length}.1`, channel: 'D0CARLA', at: now, freeAt: now })
    else await desk.outbox.fail(notice, { error: why, at: now, isDoubtful })
  }
  return all
}

export const kinds = (notices: ClaimedNotice[]) => notices.map(({ content }) => content.kind)
