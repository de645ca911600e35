import { freshMessage, isOpen, record, type Message, type Reference, type Round } from './reference.ts'

/** Each card, with whether something about it waits to be shown there. */
function eachCard(
  { cards, waiting }: Reference,
  work: (message: Message, about: { round: Round; isWaiting: boolean }) => void,
): void {
  for (const { round } of cards) work(round.message, { round, isWaiting: waiting.has(round) })
}

/** What waits is shown; an undecided card that is found to be deleted comes anew, and shows what was refused of the old one. */
export function showAll(model: Reference): void {
  eachCard(model, (message, { round, isWaiting }) => {
    if (message.place === 'waits') Object.assign(message, { place: 'stands', isDeleted: false })
    else if (isWaiting && message.place === 'refused') model.refused.add(round)
    else if (isWaiting && message.isDeleted && isOpen(round)) {
      Object.assign(message, { isDeleted: false, isCut: false })
      model.refused.delete(round)
    }
  })
  model.waiting.clear()
}

/** No channel takes anything of what waits. */
export function refuseAll(model: Reference): void {
  eachCard(model, (message, { round, isWaiting }) => {
    if (message.place === 'waits') message.place = 'refused'
    else if (message.place === 'stands' && isWaiting) message.isCut = true
    // What hangs below a card that was given up goes the same way, and nobody is told.
    if (isWaiting && message.place !== 'dropped') model.refused.add(round)
  })
  model.waiting.clear()
}

/** What was refused waits once more. */
export function sendAgain(model: Reference): void {
  for (const round of model.refused) model.waiting.add(round)
  model.refused.clear()
  eachCard(model, (message) => {
    if (message.place === 'refused') message.place = 'waits'
    message.isCut = false
  })
}

/** Nobody can decide it, as its card was refused or is out of reach. */
const isLost = (round: Round): boolean =>
  isOpen(round) && (round.message.place === 'refused' || round.message.isCut)

/** What was refused is given up: not the card of an undecided round, nor the word that it is out of reach. */
export function drop(model: Reference): void {
  eachCard(model, (message, { round }) => {
    if (isLost(round) && message.isCut) return
    model.refused.delete(round)
    if (isLost(round)) return
    if (message.place === 'refused') message.place = 'dropped'
    message.isCut = false
  })
}

/** What waits is given up: the card of an undecided round is only set aside. */
export function dropWaiting(model: Reference): void {
  eachCard(model, (message, { round }) => {
    if (message.place === 'waits') message.place = isOpen(round) ? 'refused' : 'dropped'
  })
  model.waiting.clear()
}

/** What the channel of handoffs refused goes to another: each card that nobody could decide is posted there anew. */
export function moveLost(model: Reference): void {
  for (const { lead, round } of model.cards) {
    if (!isLost(round) || round.lane !== 'C0LEADS') continue
    Object.assign(round, { lane: 'C0SPARE', message: freshMessage() })
    record(model, { lead, round }, 'handoff-moved')
    // The new card shows all that the old one should have shown.
    model.waiting.delete(round)
    model.refused.delete(round)
    model.promised.push({ round: round.name, lane: round.lane, kind: 'card' })
  }
}

/** Whom operations are told of: rounds whose card Slack refused, or took back out of reach before somebody decided. */
export function told({ cards }: Reference): number {
  return cards.filter(({ round }) => round.message.place === 'refused' || isLost(round)).length
}
