import type { Sandbox, SandboxMessage } from '../../src/sandbox/sandbox.ts'
import { leads } from '../support/people.ts'
import { leadIn } from './deliver-leads.ts'
import { judge, type Verdict } from './judge.ts'
import type { Truth } from './truth.ts'

/** The cards in the channel, the oldest first. */
export const cardsIn = (slack: Sandbox): SandboxMessage[] =>
  slack.messages(leads).filter(({ thread_ts: thread }) => thread === undefined)

export const namesOf = (messages: SandboxMessage[]): string[] =>
  messages.map(({ text, ts }) => leadIn(text) ?? `message ${ts}`)

export const isOpenCard = (card: SandboxMessage): boolean =>
  JSON.stringify(card.blocks).includes('lead.accept')

/** Cards, as the outbox accepted them. What was acknowledged and never got there is lost as well. */
export function judgeCards(slack: Sandbox, truth: Truth, acknowledged: Set<string>): Verdict {
  const accepted = truth.cards.map(({ name }) => name)
  const vanished = [...acknowledged].filter((name) => !accepted.includes(name))
  return judge([...accepted, ...vanished], namesOf(cardsIn(slack)))
}

/** What was said in the threads: each acceptance once, in order. */
export function judgeReplies(slack: Sandbox, { notices, decided }: Truth): Verdict {
  const said = notices.filter(({ kind }) => kind === 'thread').map(({ name }) => name)
  const unsaid = decided.filter((name) => !said.includes(name))
  const byTs = new Map(cardsIn(slack).map((card) => [card.ts, leadIn(card.text) ?? card.ts]))
  const replies = slack.messages(leads).flatMap(({ thread_ts: thread }) => (thread ? [thread] : []))
  return judge(
    [...said, ...unsaid],
    replies.map((thread) => byTs.get(thread) ?? `reply to ${thread}`),
  )
}

/** Cards that do not show the state that the database holds. */
export function staleCards(slack: Sandbox, { cards }: Truth): string[] {
  const byTs = new Map(cardsIn(slack).map((card) => [card.ts, card]))
  return cards.flatMap(({ name, title, status, cardTs }) => {
    const card = byTs.get(cardTs ?? '')
    if (!card) return [`${name} is not where it should be (${cardTs})`]
    const isTrue = isOpenCard(card) === (status === 'open') && JSON.stringify(card.blocks).includes(title)
    return isTrue ? [] : [`${name} is ${status}, ${title}, and shows: ${card.text}`]
  })
}
