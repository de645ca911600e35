import { freshMessage, openRound, record, show, statusOf } from './reference.ts'
import type { Card, Known, Reference, Round, Said } from './reference.ts'
import type { Form } from './steps.ts'

/** A lead comes in by one of the doors. */
export function receive(model: Reference, form: Form): Said {
  const known = knownAs(model, form)
  if (!known) return welcome(model, form)
  const lead = model.leads.indexOf(known)
  const isAsking = asks(known, form)
  switch (statusOf(known)) {
    case 'held':
      return hearHeld(model, known, { form, isAsking })
    case 'open':
      return hearOpen(model, known, form)
    case 'accepted':
    case 'rejected':
    case 'expired': {
      const became = (isAsking ? learnWish : learn)(model, known, form) ? 'updated' : 'unchanged'
      return isAsking ? handOffOnce(model, known, { form, isReturn: true }) : { became, lead }
    }
  }
}

/** By the sender's own id; or, without one, by the address of somebody whom it brought, and sales has had. */
function knownAs(model: Reference, form: Form): Known | undefined {
  const { source, externalId, email, isTest } = form
  if (externalId !== null)
    return model.leads.find((lead) => lead.source === source && lead.externalId === externalId)
  return namesakes(model, email ?? undefined, isTest ?? false).find(
    (lead) => lead.source === source && !openRound(lead),
  )
}

/** Whom sales has or had under this address, the last one touched first. Tests are no people. */
function namesakes({ leads }: Reference, email: string | undefined, isTest: boolean): Known[] {
  return leads
    .toReversed()
    .filter((lead) => lead.rounds.length > 0 && lead.isTest === isTest && same(lead.facts.email, email))
    .toSorted((a, b) => b.touchedAt - a.touchedAt)
}

const same = (one: string | undefined, other: string | undefined) =>
  one !== undefined && one.toLowerCase() === other?.toLowerCase()

/** Somebody new. One whose card is open in another lead is kept, where the sender can name it again. */
function welcome(model: Reference, form: Form): Said {
  const { source, externalId, isTest, qualified } = form
  const lead: Known = {
    ...{ source, externalId, isTest: isTest ?? false, facts: factsOf(form), qualified: qualified ?? false },
    ...{ history: ['lead-received'], touchedAt: model.now, rounds: [] },
  }
  const twin = twinOf(model, lead)
  if (twin && externalId === null) return knock(model, twin, form)
  const last = lastOf(model, lead)
  model.leads.push(lead)
  return handOffOnce(model, lead, { form, isReturn: last !== null && asks(last.lead, asSentNow(form, last)) })
}

/** Who was qualified already, and held beside the card of the same person, comes back by asking alone. */
function hearHeld(
  model: Reference,
  known: Known,
  { form, isAsking }: { form: Form; isAsking: boolean },
): Said {
  const lead = model.leads.indexOf(known)
  const wasQualified = known.qualified || pointsOf(known) >= 50
  const isNews = learn(model, known, form)
  const isKnownToSales = lastOf(model, known) !== null
  if (!isNews && !(isKnownToSales && isAsking)) return { became: 'unchanged', lead }
  if (isKnownToSales && wasQualified && !isAsking && !twinOf(model, known)) return { became: 'updated', lead }
  return handOffOnce(model, known, { form, isReturn: isKnownToSales && isAsking })
}

interface Coming {
  form: Form
  isReturn: boolean
}

/** A person has one open card: a second one is a knock on it. */
function handOffOnce(model: Reference, lead: Known, { form, isReturn }: Coming): Said {
  const twin = twinOf(model, lead)
  if (twin) return knock(model, twin, form)
  const isNew = lead.history.length === 1
  const became = handOff(model, lead, isReturn) ? 'handed-off' : isNew ? 'held' : 'updated'
  return { became, lead: model.leads.indexOf(lead) }
}

/** Beside the open card of somebody else a lead can't take that one's address; it keeps its own. */
function hearOpen(model: Reference, known: Known, form: Form): Said {
  const lead = model.leads.indexOf(known)
  const twin = twinOf(model, known, form.email ?? undefined)
  const isNews = learn(model, known, twin ? { ...form, email: null } : form)
  if (twin) knock(model, twin, form)
  const round = openRound(known)
  if (isNews && round) show(model, round, null)
  return { became: isNews ? 'updated' : 'unchanged', lead }
}

function twinOf({ leads }: Reference, self: Known, email = self.facts.email): Known | undefined {
  return leads.find(
    (lead) =>
      lead !== self && lead.isTest === self.isTest && openRound(lead) && same(lead.facts.email, email),
  )
}

/** Noted once for each id of a sender, in each round; without an id each delivery is a knock of its own. */
function knock(model: Reference, twin: Known, { source, externalId }: Form): Said {
  const lead = model.leads.indexOf(twin)
  const round = openRound(twin)
  const isNoted = round?.duplicates.some((d) => d.source === source && d.externalId === externalId)
  if (round && (externalId === null || !isNoted)) {
    round.duplicates.push({ source, externalId })
    record(model, { lead: twin, round }, 'duplicate-noted')
    show(model, round, { type: 'duplicate', source, externalId })
  }
  return { became: 'duplicate', lead }
}

const factsOf = ({ email, request, message, title }: Form): Known['facts'] => ({
  ...(email !== null && { email }),
  ...(request !== null && { request }),
  ...(message !== null && { message }),
  ...(title !== null && { title }),
})

/** What a sender says anew; whether it was news. What it does not mention stays. */
function learn(model: Reference, known: Known, form: Form): boolean {
  return keep(model, known, { ...known.facts, ...factsOf(form) }, form)
}

/** What somebody asks for anew takes the place of what was asked for before. */
function learnWish(model: Reference, known: Known, form: Form): boolean {
  const { request: _request, message: _message, ...others } = known.facts
  const isWish = form.request !== null || form.message !== null
  return keep(model, known, { ...(isWish ? others : known.facts), ...factsOf(form) }, form)
}

function keep(...[model, known, facts, form]: [Reference, Known, Known['facts'], Form]): boolean {
  const qualified = form.qualified ?? known.qualified
  const inOrder = (one: Known['facts']) =>
    JSON.stringify(
      one,
      Object.keys(one).toSorted((a, b) => a.localeCompare(b)),
    )
  if (inOrder(facts) === inOrder(known.facts) && qualified === known.qualified) return false
  Object.assign(known, { facts, qualified })
  record(model, { lead: known }, 'lead-updated')
  return true
}

/**
 * Somebody whom sales has had asks again: the sender says so, or wants something that it did not want before. What comes
 * without an id was asked for just now.
 */
function asks({ facts }: Known, { externalId, asksAgain, request, message }: Form): boolean {
  const isNews = (said: string | null, known = '') => {
    const wish = said?.trim().toLowerCase() ?? ''
    return wish !== '' && (externalId === null || wish !== known.trim().toLowerCase())
  }
  return asksAgain ?? (isNews(request, facts.request) || isNews(message, facts.message))
}

const pointsOf = ({ facts }: Known): number =>
  (facts.request === 'demo' ? 60 : 0) - (facts.title === 'Intern' ? 30 : 0)

/** A new round, where the lead is qualified: by its sender, by its points, or since sales has had it. */
function handOff(model: Reference, lead: Known, isReturn: boolean): boolean {
  const points = pointsOf(lead)
  const because = lead.qualified ? 'sender' : points >= 50 ? 'score' : isReturn ? 'return' : null
  if (because === null) return false
  const round: Round = {
    name: `${model.leads.indexOf(lead)}.${lead.rounds.length + 1}`,
    ...{ status: 'open', at: model.now, because, points, follows: lastOf(model, lead)?.round.name ?? null },
    tier: lead.facts.request === 'demo' ? 'hot' : 'standard',
    ...{ decision: null, expiredAt: null, duplicates: [], lane: 'C0LEADS', message: freshMessage() },
  }
  lead.rounds.push(round)
  model.cards.push({ lead, round })
  record(model, { lead, round }, 'lead-handed-off')
  model.promised.push({ round: round.name, lane: round.lane, kind: 'card' })
  return true
}

/** The last round of the same person, in whichever lead; of two that began at once, the lead's own. */
function lastOf(model: Reference, lead: Known): Card | null {
  const others = namesakes(model, lead.facts.email, lead.isTest).filter((other) => other !== lead)
  const latest = [lead, ...others].flatMap((one) => {
    const round = one.rounds.at(-1)
    return round ? [{ lead: one, round }] : []
  })
  return latest.toSorted((a, b) => b.round.at - a.round.at)[0] ?? null
}

/** A source that names each of its forms anew sends what was just asked for, too. */
const asSentNow = (form: Form, { lead }: Card): Form =>
  lead.source === form.source ? { ...form, externalId: null } : form
