import { show, type Known, type Reference, type Said } from './reference.ts'
import type { Click } from './steps.ts'

const outsiders: Record<string, string> = {
  ...{ U0MO: 'role', U0GUS: 'guest', U0SAM: 'stranger', U0APP: 'bot', U0EX: 'deleted' },
}
const deciders = new Set(['U0ANNA', 'U0BEN', 'U0DORA'])
const minutesToDecide = { hot: 30, standard: 240 }
const minute = 60_000

const no = (kind: string, more: Said = {}): Said => ({ refused: kind, ...more })

function whyClosed({ status, card }: Known): Said | null {
  if (status === 'handed-off') return null
  if (card?.decision) return no('already-decided', { by: card.decision['by'] })
  return no('expired', { at: (card?.at ?? 0) + minutesToDecide[card?.tier ?? 'hot'] * minute })
}

/** Somebody clicks on the card of a lead, or sends its modal. */
export function act(model: Reference, step: Click, lead: Known | undefined): Said {
  const isAllowed = deciders.has(step.who) || (step.do === 'show-contact' && !(step.who in outsiders))
  if (!isAllowed) return no('not-allowed', { barrier: outsiders[step.who] ?? 'role' })
  if (!lead) return no('lead-unknown')
  switch (step.do) {
    case 'show-contact':
      lead.history.push('contact-shown')
      return { done: step.do }
    case 'prepare':
      return whyClosed(lead) ?? { done: step.do }
    case 'accept':
      return whyClosed(lead) ?? end(model, lead, { kind: 'accepted', by: step.who, praise: null })
    case 'praise':
      return praise(model, lead, step)
    case 'reject':
      return reject(model, lead, step)
  }
}

function end(model: Reference, lead: Known, decision: Said & { kind: 'accepted' | 'rejected' }): Said {
  const { kind, by, reason } = decision
  lead.status = kind
  lead.history.push(`lead-${kind}`)
  const workingMinutes = (model.now - (lead.card?.at ?? 0)) / minute
  if (lead.card) lead.card.decision = { ...decision, at: model.now, workingMinutes }
  const note = kind === 'rejected' ? { type: kind, by, reason } : { type: kind, by }
  show(model, model.leads.indexOf(lead), note)
  return { done: kind }
}

type Of<D extends Click['do']> = Extract<Click, { do: D }>

function praise(model: Reference, lead: Known, { who, praise: said }: Of<'praise'>): Said {
  const decision = lead.card?.decision
  if (decision?.['kind'] !== 'accepted') return whyClosed(lead) ?? no('not-handed-off')
  if (decision['by'] !== who) return no('not-yours', { owner: decision['by'] })
  if (decision['praise'] !== said) {
    decision['praise'] = said
    lead.history.push('lead-praised')
    show(model, model.leads.indexOf(lead), { type: 'praised', by: who, praise: said })
  }
  return { done: 'praise' }
}

const asksForAttribute = new Set(['bad-data', 'company-fit', 'role-fit'])
const asksForText = new Set(['duplicate', 'wrong-route', 'spam', 'retired'])
const asksForNothing = new Set(['low-intent', 'other'])

function reject(model: Reference, lead: Known, step: Of<'reject'>): Said {
  const { reason, who } = step
  const isKnown = [asksForAttribute, asksForText, asksForNothing].some((codes) => codes.has(reason))
  if (!isKnown) return no('reason-unknown')
  const closed = whyClosed(lead)
  if (closed) return closed
  if (reason === 'retired') return no('reason-unknown')
  const note = step.note?.trim() || null
  if (reason === 'other' && note === null) return no('note-required')
  const evidence = evidenceFor(lead, step)
  if (asksForAttribute.has(reason) && evidence === null) return no('evidence-required')
  return end(model, lead, { kind: 'rejected', by: who, reason, evidence, note })
}

function evidenceFor({ facts }: Known, { reason, attribute, ...step }: Of<'reject'>): Said | null {
  const actual = step.actual?.trim() || null
  if (asksForText.has(reason)) return actual === null ? null : { attribute: null, stated: null, actual }
  if (asksForNothing.has(reason) || (attribute === null && actual === null)) return null
  return { attribute, stated: attribute === 'title' ? (facts.title ?? null) : null, actual }
}

/** The clock ran out. */
export function expire(model: Reference, lead: Known | undefined): Said {
  if (!lead) return no('lead-unknown')
  const closed = whyClosed(lead)
  if (closed) return closed
  lead.status = 'expired'
  lead.history.push('lead-expired')
  show(model, model.leads.indexOf(lead), { type: 'expired' })
  return { done: 'expired' }
}
