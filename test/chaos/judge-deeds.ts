import type { SandboxMessage } from '../../src/sandbox/sandbox.ts'
import type { Deed } from './deed.ts'
import type { StoredEvent } from './stored.ts'

/** What must not be. Each holds the names of the leads it was seen on. */
export interface Breaches {
  /** Acknowledged, and without effect in the database or the channel, or without a word to the person. */
  lost: string[]
  /** Clicked more than once, and with more than one effect. */
  doubled: string[]
}

const effects = {
  accept: { event: 'lead-accepted', note: 'accepted this lead' },
  reject: { event: 'lead-rejected', note: 'rejected this lead' },
  praise: { event: 'lead-praised', note: 'says what made it good' },
} as const

export interface Seen {
  /** Whether a person who was told that something went wrong got what they were owed. */
  sorryIsEnough?: boolean
  events: StoredEvent[]
  /** Everything in the channel of leads. */
  messages: SandboxMessage[]
}

/** Holds what people did against what the database and the channel show. */
export function judgeDeeds(deeds: Deed[], { events, messages, sorryIsEnough = false }: Seen): Breaches {
  const eventsOf = Map.groupBy(events, ({ name }) => name)
  const cards = new Map(messages.flatMap((m) => (isCard(m) ? [[leadOf(m), m] as const] : [])))
  const replies = Map.groupBy(messages, ({ thread_ts: above }) => above)
  const breaches: Breaches = { lost: [], doubled: [] }
  for (const { kind, about, userId, acked, seen, sorry } of deeds) {
    if (acked > 0 && !seen) breaches.lost.push(`${about} (${kind}: nothing was seen)`)
    if (kind === 'command') continue
    const { event, note } = effects[kind]
    const happened =
      eventsOf.get(about)?.filter(({ type, actor }) => type === event && actor === userId) ?? []
    const told = replies.get(cards.get(about)?.ts)?.filter(({ text }) => text.includes(note)) ?? []
    const isOwed = acked > 0 && !(sorry && sorryIsEnough)
    if (isOwed && (happened.length === 0 || told.length === 0)) {
      breaches.lost.push(`${about} (${kind}: ${happened.length} events, ${told.length} replies)`)
    }
    if (happened.length > 1 || told.length > 1) breaches.doubled.push(`${about} (${kind})`)
  }
  return breaches
}

const isCard = ({ thread_ts: above }: SandboxMessage): boolean => above === undefined

/** Leads of rigs are called `Lead 17.` or `Late 17.`: the full stop tells 1 from 17. */
export const leadOf = ({ text }: { text: string }): string => /(?:Lead|Late) \d+\./.exec(text)?.[0] ?? ''
