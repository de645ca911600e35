import { setTimeout as sleep } from 'node:timers/promises'
import type { OpenView, Sandbox, SandboxMessage } from '../../src/sandbox/sandbox.ts'
import { leads } from '../support/people.ts'
import { newDeed, tryOnce, type Act, type Deed } from './deed.ts'

/** Somebody at work in Slack, who clicks again when Slack shows an error. */
export interface Person {
  slack: Sandbox
  userId: string
  chance: () => number
  /** Everything they did, for the judgement. */
  deeds: Deed[]
  /** After so many clicks in vain a person gives up. */
  patience: number
  /** Whoever saw nothing within this time saw nothing. */
  seconds: number
}

const goodTiming = 'lead.praise.good-timing'

/** Takes a lead and says what made it good. */
export async function accept(person: Person, card: SandboxMessage, name: string): Promise<void> {
  const deed = begin(person, 'accept', name)
  const { slack, userId } = person
  const told = () => slack.ephemerals(userId).findLast(({ text }) => text.includes(name) || isAnswer(text))
  const before = told()
  if (!(await insist(person, deed, () => slack.as(userId).click(card, 'lead.accept')))) return
  const answer = await see(person, deed, () => (told() === before ? undefined : told()))
  deed.sorry = answer !== null && isSorry(answer)
  if (!answer?.text.includes('What made this lead good')) return
  await praise(person, answer.ts, name)
}

/** The tap that says what made a lead good. The question goes away once it is answered, or Baton says sorry. */
async function praise(person: Person, questionTs: string, name: string): Promise<void> {
  const { slack, userId } = person
  const tap = begin(person, 'praise', name)
  const question = () => slack.ephemerals(userId).find(({ ts }) => ts === questionTs)
  const sorries = () => sorriesTo(slack, userId)
  const before = sorries()
  const isTapped = await insist(person, tap, async () => {
    const asked = question()
    // It is gone when it was answered, even when the acknowledgement was lost.
    if (asked) await slack.as(userId).click(asked, goodTiming)
  })
  if (!isTapped) return
  await see(person, tap, () => question() === undefined || sorries() > before || undefined)
  tap.sorry = sorries() > before
}

/** Gives a lead back by the modal, all the way again when it does not open. */
export async function reject(person: Person, card: SandboxMessage, name: string): Promise<void> {
  const { slack, userId } = person
  const actor = slack.as(userId)
  const opening = begin(person, 'command', `reject ${name}`)
  if (!(await insist(person, opening, () => actor.click(card, 'lead.reject')))) return
  const sorries = () => sorriesTo(slack, userId)
  const before = sorries()
  const opened = await see(person, opening, () => actor.view() ?? (sorries() > before ? 'sorry' : undefined))
  if (opened === null || opened === 'sorry') return
  const deed = begin(person, 'reject', name)
  const isSent = await insist(person, deed, async () => {
    if (!asksForReason(actor.view())) return
    await actor.submit({ reason: 'low-intent' })
    // A second click on the button may have put an empty modal in place of the one that was filled in.
    return !asksForReason(actor.view())
  })
  slack.state.modals.delete(userId)
  if (!isSent) return
  const locked = () => slack.messages(leads).find(({ ts }) => ts === card.ts)?.text !== card.text
  await see(person, deed, () => locked() || sorries() > before || undefined)
  deed.sorry = sorries() > before
}

/** Looks something up. */
export async function lookUp(person: Person, text: string): Promise<void> {
  const { slack, userId } = person
  const deed = begin(person, 'command', text)
  // An answered question goes away meanwhile, so counting would not do.
  const newest = () => slack.ephemerals(userId).at(-1)?.ts ?? ''
  const before = newest()
  const typed = () => slack.as(userId).command('/define', text, 'C0LEADS')
  if (await insist(person, deed, typed)) {
    await see(person, deed, () => (newest() > before ? true : undefined))
  }
}

const asksForReason = (view: OpenView | undefined): boolean =>
  view?.blocks.some(({ block_id: id }) => id === 'reason') ?? false

const isSorry = ({ text }: { text: string }): boolean => text.includes('went wrong on our side')

/** By an answer where they clicked, or by a direct message when that was in a modal. */
const sorriesTo = (slack: Sandbox, userId: string): number =>
  [...slack.ephemerals(userId), ...slack.messages(`D${userId.slice(1)}`)].filter(isSorry).length

const isAnswer = (text: string): boolean => /was first and|went wrong/.test(text)

function begin({ deeds, userId }: Person, kind: Deed['kind'], about: string): Deed {
  const deed = newDeed(kind, about, userId)
  deeds.push(deed)
  return deed
}

/** Clicks until Slack shows no error, and now and then once more for good measure. */
async function insist(person: Person, deed: Deed, act: Act): Promise<boolean> {
  for (let tries = 0; tries < person.patience; tries++) {
    if (await tryOnce(deed, act)) {
      if (person.chance() < 0.15) await tryOnce(deed, act)
      return true
    }
    await sleep(200 + person.chance() * 400)
  }
  return false
}

async function see<T>({ slack, seconds }: Person, deed: Deed, look: () => T | undefined): Promise<T | null> {
  try {
    const seen = await slack.waitFor(look, 'an answer', seconds)
    deed.seen = true
    return seen
  } catch (error) {
    deed.strange = String(error)
    return null
  }
}
