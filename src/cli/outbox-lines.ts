import { formatDistanceStrict } from 'date-fns/formatDistanceStrict'
import { slack } from '../domain/notice/courier.ts'
import { referenceOf, type Trouble } from '../domain/notice/trouble.ts'
import type { Queued } from '../ports/trouble-store.ts'
import { causeWords } from '../slack/text/causes.ts'

interface Found {
  queue: Queued[]
  troubles: Trouble[]
  now: Date
}

/** The outbox as lines of a terminal: what waits, what is in doubt, what was refused and what to do about it. */
export function outboxLines({ queue, troubles, now }: Found): string[] {
  if (queue.length === 0 && troubles.length === 0) return ['Nothing waits, and nothing was refused.']
  const age = (since: Date) => `for ${formatDistanceStrict(since, now)}`
  return [
    ...queue.map((part) => {
      const { state, cause, count, since } = part
      return [state, placeOf(part), cause ?? '-', String(count), age(since)].join('  ')
    }),
    ...troubles.flatMap((trouble) => {
      const { lane, cause, count, since } = trouble
      const { what, remedy } = causeWords(cause, 'en')
      const facts = ['refused', lane, cause, String(count), age(since), `reference ${referenceOf(trouble)}`]
      return [facts.join('  '), `  ${what} ${remedy}`]
    }),
  ]
}

/** A lane of another courier than Slack names it. */
const placeOf = ({ lane, courier }: Pick<Queued, 'lane' | 'courier'>): string =>
  courier === slack ? lane : `${lane} (${courier})`
