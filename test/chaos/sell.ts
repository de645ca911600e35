import { setTimeout as sleep } from 'node:timers/promises'
import type { Sandbox, SandboxMessage } from '../../src/sandbox/sandbox.ts'
import { leads } from '../support/people.ts'
import { leadOf } from './judge-deeds.ts'
import { accept, lookUp, reject, type Person } from './person.ts'

/** Cards that can still be decided, each handed out once as it was at that moment. */
export function openCards(slack: Sandbox): () => { card: SandboxMessage; name: string } | null {
  const taken = new Set<string>()
  return () => {
    const card = slack.messages(leads).find((message) => !taken.has(message.ts) && isOpen(message))
    if (!card) return null
    taken.add(card.ts)
    return { card: structuredClone(card), name: leadOf(card) }
  }
}

const isOpen = (message: SandboxMessage): boolean =>
  leadOf(message).startsWith('Lead') &&
  message.thread_ts === undefined &&
  JSON.stringify(message.blocks).includes('lead.accept')

interface Work {
  nextCard: ReturnType<typeof openCards>
  isOver: () => boolean
  /** Between two leads, in milliseconds. */
  pauseMs: number
}

/** Somebody's day: takes a lead, accepts or rejects it, looks something up, until the day is over. */
export async function sell(person: Person, { nextCard, isOver, pauseMs }: Work): Promise<void> {
  while (!isOver()) {
    const next = nextCard()
    const dice = person.chance()
    if (!next || dice < 0.15) await lookUp(person, dice < 0.07 ? 'MQL' : 'list')
    else if (dice < 0.7) await accept(person, next.card, next.name)
    else await reject(person, next.card, next.name)
    await sleep(person.chance() * pauseMs)
  }
}
