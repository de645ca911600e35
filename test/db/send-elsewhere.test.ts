import { describe, expect, it } from 'vitest'
import { recordChange } from '../../src/flows/ledger/record-change.ts'
import { acceptLead } from '../../src/flows/handoff/accept-lead.ts'
import { receiveLeads } from '../../src/flows/intake/receive-leads.ts'
import { sendDueDigest } from '../../src/flows/digest/send-due-digest.ts'
import { sendElsewhere } from '../../src/flows/delivery/send-elsewhere.ts'
import { engines } from '../support/database.ts'
import { openDesk, roundIdOf, type Desk } from '../support/desk.ts'
import { aReceivedLead } from '../support/leads.ts'
import { carry, claim, handOff, kinds } from './carry.ts'

const wrong = { lane: 'C0LEADS', cause: 'channel_not_found' }
const elsewhere = (desk: Desk, which = wrong) => sendElsewhere(desk.deps, { which, to: 'C0NEW', by: 'Olga' })

describe.each(engines)('what one channel refused, on $name', (engine) => {
  it('goes to another, where it can be decided as ever', async () => {
    await using desk = await openDesk(engine)
    await handOff(desk, 'a', 'b')
    await carry(desk, wrong.cause)
    expect(await elsewhere(desk, { ...wrong, cause: 'is_archived' })).toEqual({ cards: 0, digests: 0 })
    expect(await elsewhere(desk)).toEqual({ cards: 2, digests: 0 })
    expect(await desk.deps.db.troubles.all()).toEqual([])
    const cards = await carry(desk)
    expect(cards).toMatchObject([
      { lane: 'C0NEW', content: { kind: 'card' } },
      { lane: 'C0NEW', content: { kind: 'card' } },
    ])
    const [waiting] = await desk.deps.db.leads.open(1)
    const click = { handoffId: waiting?.handoff.id ?? '', userId: 'U0ANNA' }
    expect(await acceptLead(desk.deps, click)).toMatchObject({ ok: true })
    const [update] = await carry(desk)
    expect(update).toMatchObject({ lane: 'C0NEW', card: { channel: 'C0NEW' } })
    const history = await desk.deps.db.leads.history(waiting?.lead.id ?? '')
    expect(history.map(({ type }) => type)).toContain('handoff-moved')
    expect(await elsewhere(desk)).toEqual({ cards: 0, digests: 0 })
  })

  it('that is refused there, too, is told of there', async () => {
    await using desk = await openDesk(engine)
    await handOff(desk, 'a')
    await carry(desk, wrong.cause)
    await elsewhere(desk)
    const card = await claim(desk)
    if (!card) throw new Error('nothing was claimed')
    const refusal = { error: 'not_in_channel', at: desk.deps.now() }
    expect(await desk.outbox.fail(card, refusal)).toEqual({ fate: 'kept', cause: 'not_in_channel' })
    // What comes later shares the fate of this card, and not of the one before.
    const again = aReceivedLead({ externalId: 'x', details: { email: 'a@example.com' } })
    await receiveLeads(desk.deps, { leads: [again] })
    expect(await refuse(desk, 'the card was never posted')).toEqual(['card-update', 'thread'])
    const trouble = { lane: 'C0NEW', cause: 'not_in_channel', count: 3 }
    expect(await desk.deps.db.troubles.all()).toMatchObject([trouble])
  })

  it('takes along an open card that is out of reach, and leaves one that somebody decided', async () => {
    await using desk = await openDesk(engine)
    await handOff(desk, 'open', 'decided')
    await carry(desk)
    const known = await desk.deps.db.leads.search('decided', 1)
    const decided = await roundIdOf(desk.deps, known[0]?.id)
    await acceptLead(desk.deps, { handoffId: decided, userId: 'U0ANNA' })
    const again = aReceivedLead({ externalId: 'x', details: { email: 'open@example.com' } })
    await receiveLeads(desk.deps, { leads: [again] })
    const archived = 'is_archived'
    expect(kinds(await carry(desk, archived))).toContain('card-update')
    expect(await elsewhere(desk, { ...wrong, cause: archived })).toEqual({ cards: 1, digests: 0 })
    // The one that is out of reach must not look as if it stood there already.
    expect(await carry(desk)).toMatchObject([{ content: { kind: 'card' }, card: null }])
    expect(await desk.deps.db.troubles.all()).toMatchObject([
      { ...wrong, cause: archived, count: 2, leads: 0 },
    ])
  })

  it('is a digest with its thread, and marketing’s answer follows it', async () => {
    await using desk = await openDesk(engine)
    await handOff(desk, 'a')
    await carry(desk)
    desk.setClock(new Date('2026-11-23T09:00:00+01:00'))
    await sendDueDigest(desk.deps)
    const { marketing } = (await desk.deps.db.playbooks.current()).document.channels
    const refused = await refuse(desk, wrong.cause)
    expect(refused).toContain('digest')
    const all = { cards: 0, digests: refused.length }
    expect(await elsewhere(desk, { ...wrong, lane: marketing })).toEqual(all)
    const sent = await carry(desk)
    expect(kinds(sent)).toEqual(refused)
    const { channels } = (await desk.deps.db.playbooks.current()).document
    await desk.agree({ channels: { ...channels, marketing: 'C0LATER' } })
    const answer = { userId: 'U0CARLA', week: '2026-W47', target: { by: 'all', key: '' } } as const
    await recordChange(desk.deps, { ...answer, id: 'line', what: 'The form asks.', day: null })
    expect(new Set([...sent, ...(await carry(desk))].map(({ lane }) => lane))).toEqual(new Set(['C0NEW']))
  })
})

/** Everything that waits is refused; says what that was. */
async function refuse(desk: Desk, error: string): Promise<string[]> {
  const refused: string[] = []
  for (let notice = await claim(desk); notice; notice = await claim(desk)) {
    refused.push(notice.content.kind)
    await desk.outbox.fail(notice, { error, at: desk.deps.now() })
  }
  return refused
}
