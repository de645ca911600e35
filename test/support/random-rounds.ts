import * as fc from 'fast-check'
import { decide, receive, type Command, type RoundCommand } from '../../src/domain/handoff/lifecycle.ts'
import { praiseCodes } from '../../src/domain/handoff/reasons.ts'
import { chain, type Transition } from '../../src/domain/handoff/transition.ts'
import type { Lead } from '../../src/domain/lead/lead.ts'
import { tiers } from '../../src/domain/qualify/qualification.ts'
import { aHandoff, aQualification, aReceivedLead, at, person, rejection, website } from './leads.ts'

export const mostRounds = 4

/** What somebody does to a lead, allowed or not. */
export interface Deed {
  what: RoundCommand | Extract<Command, { type: 'update' }> | { type: 'hand-off'; places: HandingOff }
  /** Which of its rounds, counted round. */
  round: number | 'latest'
  who: string
  /** It is saved in one transaction with what came before. */
  isSavedTogether: boolean
}

const ladder = { remindAfter: 15, returnAfter: 30, managerAfter: 60 }
const places = fc.record({
  campaign: fc.constantFrom('spring', null),
  tier: fc.constantFrom(...tiers),
  because: fc.constantFrom('sender' as const, 'score' as const, 'return' as const),
  ladder: fc.constantFrom(ladder, null),
  follows: fc.boolean(),
})
type HandingOff = typeof places extends fc.Arbitrary<infer T> ? T : never

const evidence = { attribute: 'title', stated: 'VP Sales', actual: 'Intern' }
const workingMinutes = fc.constantFrom(0, 7, null)
const accepts = workingMinutes.map((minutes) => ({ type: 'accept' as const, workingMinutes: minutes }))
const rejects = fc
  .tuple(fc.constantFrom('other', 'bad-data', 'low-intent', 'duplicate'), workingMinutes)
  .map(([code, minutes]) => rejection(code, { note: 'why', evidence, workingMinutes: minutes }))
const expires = fc.constant({ type: 'expire' as const })
const handsOff = places.map((of) => ({ type: 'hand-off' as const, places: of }))
const ends = fc.oneof(accepts, rejects, expires)

const betweenwhiles = fc.oneof(
  fc.constantFrom<RoundCommand>(
    ...praiseCodes.slice(2).map((praise) => ({ type: 'praise' as const, praise })),
    ...[{ type: 'show-contact' as const }, { type: 'move' as const, channel: 'C0NEW' }],
    { type: 'note-duplicate', source: 'crm', externalId: null },
    { type: 'note-duplicate', source: 'crm', externalId: 'C-1' },
  ),
  ends,
  handsOff,
  fc.constantFrom('spring', 'autumn').map((campaign) => ({
    type: 'update' as const,
    lead: aReceivedLead({ details: { campaign }, senderScore: { points: 3, reasons: ['visits'] } }),
  })),
)

const deed = (what: fc.Arbitrary<Deed['what']>, round: fc.Arbitrary<Deed['round']>): fc.Arbitrary<Deed> =>
  fc.record({
    ...{ what, round },
    who: fc.constantFrom('U0ANNA', 'U0ANNA', 'U0BEN'),
    // Each transaction takes its time.
    isSavedTogether: fc.constantFrom(true, true, false),
  })
const anyRound = fc.nat(mostRounds - 1)
const latest = fc.constant('latest' as const)
const some = fc.array(deed(betweenwhiles, anyRound), { maxLength: 2 })
const round = fc.tuple(deed(handsOff, anyRound), some, deed(ends, latest), some)

/** All that can happen to a lead, in an order that leads to several rounds; the last of them may be left open. */
export const histories: fc.Arbitrary<Deed[]> = fc
  .tuple(fc.nat(mostRounds), fc.boolean(), ...Array.from({ length: mostRounds }, () => round))
  .map(([count, isEnded, ...rounds]) =>
    rounds.slice(0, count).flatMap(([first, during, end, later], index) => {
      const isOver = isEnded || index < count - 1
      return [first, ...during, ...(isOver ? [end, ...later] : [])]
    }),
  )

/** The lead of that id, which has an address of its own, from its first event on: what is saved, one after the other. */
export function played(id: string, deeds: Deed[]): Transition[] {
  const details = aReceivedLead({ externalId: id, details: { email: `${id}@example.com` } })
  let last = receive(id, details, { by: website, at: at('09:00') })
  const all = [last]
  for (const [minute, { isSavedTogether, ...said }] of deeds.entries()) {
    const command = commandOf(last.after, said)
    const stamp = { by: person(said.who), at: new Date(at('09:01').getTime() + minute * 60_000) }
    const outcome = command && decide(last.after, command, stamp)
    if (!outcome?.ok || outcome.value.events.length === 0) continue
    last = outcome.value
    all.push(isSavedTogether ? chain(all.pop() ?? last, last) : last)
  }
  return all
}

/** `null` for one round too many. */
function commandOf(lead: Lead, { what, round: place }: Pick<Deed, 'what' | 'round' | 'who'>): Command | null {
  const { handoffs, id } = lead
  if (what.type === 'update')
    return { ...what, lead: { ...what.lead, details: { ...lead.details, ...own(what) } } }
  const meant = place === 'latest' ? handoffs.at(-1) : handoffs[place % handoffs.length]
  if (what.type !== 'hand-off') return { ...what, handoffId: meant?.id ?? 'none' }
  if (handoffs.length === mostRounds) return null
  const { campaign, tier, because, ladder: clock, follows } = what.places
  const handoff = aHandoff({
    ...{ id: `${id}-${handoffs.length + 1}`, follows: (follows && meant?.id) || null, ladder: clock },
    origin: { source: 'website', campaign },
    qualification: aQualification({ tier, because }),
  })
  return { type: 'hand-off', handoff }
}

/** An update says the campaign, and no other address. */
const own = ({ lead: { details } }: Extract<Command, { type: 'update' }>) => ({ campaign: details.campaign })
