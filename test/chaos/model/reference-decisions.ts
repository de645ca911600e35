import { record, show, type Card, type Known, type Reference, type Round, type Said } from './reference.ts'
import type { Click } from './steps.ts'

const outsiders: Record<string, string> = {
  ...{ U0MO: 'role', U0GUS: 'guest', U0SAM: 'stranger', U0APP: 'bot', U0EX: 'deleted' },
}
const deciders = new Set(['U0ANNA', 'U0BEN', 'U0DORA'])
const minutesToDecide = { hot: 30, standard: 240 }
const minute = 60_000

const no = (kind: string, more: Said = {}): Said => ({ refused: kind, ...more })

export const dueAt = ({ at, tier }: Round): number => at + minutesToDecide[tier] * minute

/** A round is decided on by itself: what came after it changes nothing. */
function whyClosed(round: Round): Said | null {
  if (round.status === 'open') return null
  if (round.decision) return no('already-decided', { by: round.decision['by'] })
  return no('expired', { at: dueAt(round) })
}

/** Somebody clicks on a card, or sends its modal. */
export function act(model: Reference, step: Click, card: Card | undefined): Said {
  const isAllowed = deciders.has(step.who) || (step.do === 'show-contact' && !(step.who in outsiders))
  if (!isAllowed) return no('not-allowed', { barrier: outsiders[step.who] ?? 'role' })
  if (!card) return no('lead-unknown')
  const { lead, round } = card
  switch (step.do) {
    case 'show-contact':
      record(model, { lead, round }, 'contact-shown')
      return { done: step.do }
    case 'prepare':
      return whyClosed(round) ?? { done: step.do }
    case 'accept':
      return whyClosed(round) ?? end(model, card, { kind: 'accepted', by: step.who, praise: null })
    case 'praise':
      return praise(model, card, step)
    case 'reject':
      return reject(model, card, step)
  }
}

function end(
  model: Reference,
  { lead, round }: Card,
  decision: Said & { kind: 'accepted' | 'rejected' },
): Said {
  const { kind, by, reason } = decision
  const workingMinutes = Math.floor((model.now - round.at) / minute)
  Object.assign(round, { status: kind, decision: { ...decision, at: model.now, workingMinutes } })
  record(model, { lead, round }, `lead-${kind}`)
  show(model, round, kind === 'rejected' ? { type: kind, by, reason } : { type: kind, by })
  return { done: kind }
}

type Of<D extends Click['do']> = Extract<Click, { do: D }>

function praise(model: Reference, { lead, round }: Card, { who, praise: said }: Of<'praise'>): Said {
  const { decision } = round
  if (decision?.['kind'] !== 'accepted') return whyClosed(round) ?? no('still-open')
  if (decision['by'] !== who) return no('not-yours', { owner: decision['by'] })
  if (decision['praise'] !== said) {
    decision['praise'] = said
    record(model, { lead, round }, 'lead-praised')
    show(model, round, { type: 'praised', by: who, praise: said })
  }
  return { done: 'praise' }
}

const families: Record<string, string> = {
  ...{ duplicate: 'procedural', 'wrong-route': 'procedural', spam: 'clerical', 'bad-data': 'clerical' },
  ...{
    'company-fit': 'definitional',
    'role-fit': 'definitional',
    'low-intent': 'definitional',
    other: 'other',
  },
}
const asksForAttribute = new Set(['bad-data', 'company-fit', 'role-fit'])
const asksForText = new Set(['duplicate', 'wrong-route', 'spam', 'retired'])
const asksForNothing = new Set(['low-intent', 'other'])

function reject(model: Reference, card: Card, step: Of<'reject'>): Said {
  const { reason, who } = step
  const isKnown = [asksForAttribute, asksForText, asksForNothing].some((codes) => codes.has(reason))
  if (!isKnown) return no('reason-unknown')
  const closed = whyClosed(card.round)
  if (closed) return closed
  if (reason === 'retired') return no('reason-unknown')
  const note = step.note?.trim() || null
  if (reason === 'other' && note === null) return no('note-required')
  const evidence = evidenceFor(card.lead, step)
  if (asksForAttribute.has(reason) && evidence === null) return no('evidence-required')
  const family = families[reason]
  return end(model, card, { kind: 'rejected', by: who, reason, family, evidence, note })
}

function evidenceFor({ facts }: Known, { reason, attribute, ...step }: Of<'reject'>): Said | null {
  const actual = step.actual?.trim() || null
  if (asksForText.has(reason)) return actual === null ? null : { attribute: null, stated: null, actual }
  if (asksForNothing.has(reason) || (attribute === null && actual === null)) return null
  return { attribute, stated: attribute === 'title' ? (facts.title ?? null) : null, actual }
}

/** The clock ran out. */
export function expire(model: Reference, card: Card | undefined): Said {
  if (!card) return no('lead-unknown')
  const { lead, round } = card
  const closed = whyClosed(round)
  if (closed) return closed
  Object.assign(round, { status: 'expired', expiredAt: model.now })
  record(model, { lead, round }, 'lead-expired')
  show(model, round, { type: 'expired' })
  return { done: 'expired' }
}
