import { asksAgain } from '../../domain/handoff/asks-again.ts'
import { receive } from '../../domain/handoff/lifecycle.ts'
import { ownerBefore } from '../../domain/handoff/owner-before.ts'
import type { Transition } from '../../domain/handoff/transition.ts'
import { latestHandoff, type Lead, type LeadRound } from '../../domain/lead/lead.ts'
import { asReceived, mergeLead } from '../../domain/lead/merge-lead.ts'
import type { ReceivedLead } from '../../domain/lead/received-lead.ts'
import { qualify } from '../../domain/qualify/qualify.ts'
import { newCard } from '../handoff/card-notices.ts'
import { onCard, saved, stampOf, unchanged, updated, type Arrival } from './arrival.ts'
import type { Known } from './find-known.ts'
import { handOff, type Moment } from './hand-off.ts'
import { noteDuplicate } from './note-duplicate.ts'

/**
 * A lead comes in. Somebody new is handed off when qualified, and held when not. News about a lead that is known is an
 * update; about one that sales has decided on, it is a new round when that person asks again. A person whose card is open
 * in another lead is a duplicate, noted on that card.
 */
export function arrive(moment: Moment, known: Known, news: ReceivedLead): Arrival {
  const { own } = known
  if (!own) return first(moment, known, news)
  switch (latestHandoff(own)?.status) {
    case undefined:
      return whileHeld(moment, { ...known, own }, news)
    case 'open':
      return whileOpen(moment, { ...known, own }, news)
    case 'accepted':
    case 'rejected':
    case 'expired':
      return afterDecision(moment, { ...known, own }, news)
  }
}

type KnownLead = Known & { own: Lead }

function first(moment: Moment, { twin, last }: Known, news: ReceivedLead): Arrival {
  const received = receive(moment.newId(), news, stampOf(moment, news))
  const isReturn = last !== null && asksAgain(last.lead, inItsWords(last.lead, news))
  if (!twin) return handedOffOr('held', moment, { known: received, lead: news, news, last, isReturn })
  // Kept, held, under its sender's id, so that its next delivery is recognised and not handed off as new.
  const kept = news.externalId === undefined ? [] : saved(received)
  return noteDuplicate(moment, { twin, news, before: kept })
}

/** A source that gives each form it sends an id of its own sends what was just asked for, as one without ids does. */
function inItsWords(known: Lead, news: ReceivedLead): ReceivedLead {
  return known.source === news.source ? { ...news, externalId: undefined } : news
}

/**
 * A lead is also held, though it is qualified, because the same person was open in another one: once sales has decided on
 * that person, only what it asks for brings it back.
 */
function whileHeld(moment: Moment, { own, twin, last }: KnownLead, news: ReceivedLead): Arrival {
  const isReturn = last !== null && asksAgain(own, news)
  const merged = mergeLead(own, news)
  if (!merged && !isReturn) return unchanged(own)
  const known = merged ? updated(moment, own, merged) : same(own)
  if (twin) return noteDuplicate(moment, { twin, news, before: saved(known) })
  const wasQualified = qualify(asReceived(own), moment, { isReturn: false }) !== null
  if (last !== null && wasQualified && !isReturn)
    return { became: 'updated', leadId: own.id, changes: saved(known) }
  return handedOffOr('updated', moment, { known, lead: merged ?? asReceived(own), news, last, isReturn })
}

/** Two open cards can't be the same person: beside a twin the lead keeps the address it had, and the twin hears of it. */
function whileOpen(moment: Moment, { own, twin }: KnownLead, news: ReceivedLead): Arrival {
  const merged = mergeLead(own, twin ? withoutEmail(news) : news)
  const changes = merged ? [onCard(moment, updated(moment, own, merged), null)] : []
  const noted = twin && mergeLead(own, news) ? noteDuplicate(moment, { twin, news, before: [] }).changes : []
  return { became: merged ? 'updated' : 'unchanged', leadId: own.id, changes: [...noted, ...changes] }
}

function afterDecision(moment: Moment, { own, twin, last }: KnownLead, news: ReceivedLead): Arrival {
  const isReturn = asksAgain(own, news)
  const merged = mergeLead(own, news, isReturn ? withoutOldWish(own, news) : own)
  const known = merged ? updated(moment, own, merged) : same(own)
  const changes = saved(known)
  if (!isReturn) return { became: merged ? 'updated' : 'unchanged', leadId: own.id, changes }
  if (twin) return noteDuplicate(moment, { twin, news, before: changes })
  return handedOffOr('updated', moment, { known, lead: merged ?? asReceived(own), news, last, isReturn })
}

/** What somebody asks for now takes the place of what was asked for before: the history keeps that. */
function withoutOldWish(own: Lead, { details: { request: asked, message: said } }: ReceivedLead): Lead {
  if (asked === undefined && said === undefined) return own
  const { request: _request, message: _message, ...details } = own.details
  return { ...own, details }
}

const same = (lead: Lead): Transition => ({ before: lead, after: lead, events: [] })

interface Candidate {
  known: Transition
  lead: ReceivedLead
  news: ReceivedLead
  last: LeadRound | null
  isReturn: boolean
}

/** A new card where the lead is qualified; else it is only kept. */
function handedOffOr(
  otherwise: 'held' | 'updated',
  moment: Moment,
  { news, ...candidate }: Candidate,
): Arrival {
  const { known, lead, last, isReturn } = candidate
  const { campaign = null } = (isReturn ? news : lead).details
  const origin = { source: news.source, campaign }
  const transition = handOff(moment, { ...candidate, origin, follows: last?.handoff.id ?? null })
  const leadId = known.after.id
  if (!transition) return { became: otherwise, leadId, changes: saved(known) }
  const handoff = latestHandoff(transition.after)
  const earlier = [...known.after.handoffs, ...(last?.lead.handoffs ?? [])]
  const owner = isReturn ? ownerBefore(earlier) : null
  const notices = handoff ? newCard(handoff, owner, moment.newId) : []
  return { became: 'handed-off', leadId, changes: [{ transition, notices }] }
}

function withoutEmail({ details: { email: _taken, ...details }, ...news }: ReceivedLead): ReceivedLead {
  return { ...news, details }
}
