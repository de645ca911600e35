import type { Cohort, CohortQuestion } from '../../domain/digest/cohort.ts'
import type { Ending } from '../../domain/statistics/kaplan-meier.ts'
import { workingMinutesWithin } from '../../domain/calendar/working-hours.ts'

/**
 * How many handoffs have the same score, or waited equally long. The key of `wall` and `working` is the wait in minutes. Handoffs
 * that nobody decided are `since`: the key is the hour of their handoff, and `until` the hour in which they expired, both
 * counted from 1970.
 */
export type Spread = [
  kind: 'score' | 'wall' | 'working' | 'since',
  key: number | null,
  until: number | null,
  delivered: number,
  accepted: number,
  rejected: number,
]

/** All spreads of one kind, as the statement gives them: there are thousands, and columns are short to write. */
export type SpreadColumns = [
  kind: Spread[0],
  keys: Spread[1][],
  untils: Spread[2][],
  delivered: number[],
  accepted: number[],
  rejected: number[],
]

export function spreadsOf([kind, keys, untils, delivered, accepted, rejected]: SpreadColumns): Spread[] {
  return keys.map((key, index) => [
    ...([kind, key, untils[index] ?? null] as const),
    ...([delivered[index] ?? 0, accepted[index] ?? 0, rejected[index] ?? 0] as const),
  ])
}

export function scoresOf(spreads: Spread[]): Cohort['scores'] {
  return spreads.flatMap(([kind, key, , , accepted, rejected]) =>
    kind === 'score' && key !== null ? [{ score: key, accepted, rejected }] : [],
  )
}

export function waitsOf(
  spreads: Spread[],
  question: Pick<CohortQuestion, 'now' | 'working'>,
): Cohort['waits'] {
  return {
    wall: endings(spreads, 'wall'),
    working: [...endings(spreads, 'working'), ...undecided(spreads, question)],
  }
}

function endings(spreads: Spread[], wanted: 'wall' | 'working'): Ending[] {
  return spreads.flatMap(([kind, after, , delivered, accepted, rejected]) => {
    const decided = accepted + rejected
    return kind === wanted && after !== null ? [{ after, decided, censored: delivered - decided }] : []
  })
}

/** How much working time the undecided have been waiting, to the hour. */
function undecided(spreads: Spread[], { now, working }: Pick<CohortQuestion, 'now' | 'working'>): Ending[] {
  const waits = spreads.flatMap(([kind, opened, ended, delivered]) => {
    if (kind !== 'since' || opened === null) return []
    const until = ended === null ? now : new Date(ended * hourMs)
    return [{ from: new Date(opened * hourMs), until, delivered }]
  })
  if (waits.length === 0) return []
  const first = Math.min(...waits.map(({ from }) => from.getTime()))
  const last = Math.max(...waits.map(({ until }) => until.getTime()))
  const minutes = workingMinutesWithin({ from: new Date(first), to: new Date(last) }, working)
  return waits.map(({ from, until, delivered }) => ({
    after: Math.floor(minutes(from, until)),
    ...{ decided: 0, censored: delivered },
  }))
}

const hourMs = 3_600_000
