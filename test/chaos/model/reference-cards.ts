import { isOpen, type Known, type Message, type Reference } from './reference.ts'

/** Each lead that has a card, with whether something about it waits to be shown there. */
function eachCard(
  { leads, waiting }: Reference,
  work: (message: Message, about: { lead: Known; isWaiting: boolean }) => void,
): void {
  for (const [place, lead] of leads.entries())
    if (lead.message) work(lead.message, { lead, isWaiting: waiting.has(place) })
}

/** What waits is shown; an undecided card that is found to be deleted comes anew, and shows what was refused of the old one. */
export function showAll(model: Reference): void {
  eachCard(model, (message, { lead, isWaiting }) => {
    if (message.place === 'waits') Object.assign(message, { place: 'stands', isDeleted: false })
    else if (isWaiting && message.place === 'refused') refuseUpdate(model, lead)
    else if (isWaiting && message.isDeleted && isOpen(lead)) {
      Object.assign(message, { isDeleted: false, isCut: false })
      model.refused.delete(model.leads.indexOf(lead))
    }
  })
  model.waiting.clear()
}

/** The channel takes nothing of what waits. */
export function refuseAll(model: Reference): void {
  eachCard(model, (message, { lead, isWaiting }) => {
    if (message.place === 'waits') message.place = 'refused'
    else if (message.place === 'stands' && isWaiting) message.isCut = true
    // What hangs below a card that was given up goes the same way, and nobody is told.
    if (isWaiting && message.place !== 'dropped') refuseUpdate(model, lead)
  })
  model.waiting.clear()
}

const refuseUpdate = ({ refused: updates, leads }: Reference, lead: Known) => updates.add(leads.indexOf(lead))

/** What was refused waits once more. */
export function sendAgain(model: Reference): void {
  for (const place of model.refused) model.waiting.add(place)
  model.refused.clear()
  eachCard(model, (message) => {
    if (message.place === 'refused') message.place = 'waits'
    message.isCut = false
  })
}

/** What was refused is given up: not the card of an undecided lead, nor the word that it is out of reach. */
export function drop(model: Reference): void {
  eachCard(model, (message, { lead }) => {
    const isKept = isOpen(lead) && (message.place === 'refused' || message.isCut)
    if (isKept && message.isCut) return
    model.refused.delete(model.leads.indexOf(lead))
    if (isKept) return
    if (message.place === 'refused') message.place = 'dropped'
    message.isCut = false
  })
}

/** What waits is given up: the card of an undecided lead is only set aside. */
export function dropWaiting(model: Reference): void {
  eachCard(model, (message, { lead }) => {
    if (message.place === 'waits') message.place = isOpen(lead) ? 'refused' : 'dropped'
  })
  model.waiting.clear()
}

/** Whom operations are told of: leads whose card Slack refused, or took back out of reach before somebody decided. */
export function told({ leads }: Reference): number {
  const isTold = (lead: Known) =>
    lead.message?.place === 'refused' || (isOpen(lead) && lead.message?.isCut === true)
  return leads.filter(isTold).length
}
