import { defaultPlaybook } from '../../prisma/seed.ts'
import type { Cohort } from '../../src/domain/digest/cohort.ts'
import type { DigestFigures } from '../../src/domain/digest/figures.ts'
import type { SliceKind } from '../../src/domain/digest/slice-kind.ts'
import type { Tally } from '../../src/domain/digest/tally.ts'
import {
  familyAtFirst,
  praiseCodes,
  type PraiseCode,
  type ReasonFamily,
} from '../../src/domain/handoff/reasons.ts'
import { workingMinutesBetween } from '../../src/domain/calendar/working-hours.ts'
import { shownFigures, type ShownFigures } from '../../src/domain/privacy/shown-words.ts'
import { at } from './leads.ts'

/** One handoff, as a digest looks at it. */
export interface Handed {
  source: string
  campaign: string | null
  persona: string | null
  tier: string
  score: number
  status: 'open' | 'accepted' | 'rejected' | 'expired'
  handedOffAt: Date
  dueAt: Date
  decidedAt: Date | null
  workingMinutes: number | null
  reason: string | null
  family: ReasonFamily | null
  note: string | null
  praise: PraiseCode | null
}

export function aHanded(overrides: Partial<Handed> = {}): Handed {
  return {
    ...{ source: 'website', campaign: null, persona: null, tier: 'standard', score: 50, status: 'open' },
    ...{ handedOffAt: at('09:00'), dueAt: at('13:00'), decidedAt: null, workingMinutes: null },
    ...{ reason: null, family: null, note: null, praise: null, ...overrides },
  }
}

export const many = (count: number, overrides: Partial<Handed>): Handed[] =>
  Array.from({ length: count }, () => aHanded(overrides))

export const accepted = (rest: Partial<Handed> = {}) =>
  ({ status: 'accepted', decidedAt: at('10:00'), ...rest }) as const

export const rejected = (reason: string, rest: Partial<Handed> = {}) =>
  ({ status: 'rejected', reason, family: familyAtFirst(reason), decidedAt: at('10:00'), ...rest }) as const

const { workingHours: hours, zone } = defaultPlaybook

/** What the database counts, counted here once more, handoff by handoff. */
export function countedByHand(handed: Handed[], now: Date = at('18:00')): Cohort {
  const kinds = ['source', 'campaign', 'persona', 'tier'] as const
  return {
    all: tally(handed, now),
    slices: kinds.flatMap((by) => slicesBy(handed, by, now)),
    reasons: groups(handed, (one) => one.reason).map(([code, all]) => ({ code, count: all.length })),
    praise: praiseCodes.map((code) => ({ code, count: handed.filter((one) => one.praise === code).length })),
    scores: groups(handed, (one) => String(one.score)).map(([score, all]) => ({
      score: Number(score),
      accepted: all.filter(({ status }) => status === 'accepted').length,
      rejected: all.filter(({ status }) => status === 'rejected').length,
    })),
    waits: { wall: handed.map((one) => wall(one, now)), working: handed.flatMap((one) => working(one, now)) },
    notes: handed
      .filter(({ status, note }) => status === 'rejected' && note !== null)
      .toSorted((a, b) => (b.decidedAt?.getTime() ?? 0) - (a.decidedAt?.getTime() ?? 0))
      .map(({ reason, note, source }) => ({ reason: reason ?? '', note: note ?? '', source })),
  }
}

function tally(handed: Handed[], now: Date): Tally {
  const count = (fits: (one: Handed) => boolean) => handed.filter(fits).length
  return {
    delivered: handed.length,
    accepted: count(({ status }) => status === 'accepted'),
    rejected: count(({ status }) => status === 'rejected'),
    quality: count(({ status, family }) => status === 'rejected' && family !== 'procedural'),
    expired: count(({ status }) => status === 'expired'),
    open: count(({ status }) => status === 'open'),
    notYetDue: count(({ status, dueAt }) => status === 'open' && dueAt > now),
    inTime: count(({ decidedAt, dueAt }) => decidedAt !== null && decidedAt <= dueAt),
  }
}

function slicesBy(handed: Handed[], by: SliceKind, now: Date): Cohort['slices'] {
  return groups(handed, (one) => one[by]).map(([key, all]) => ({ by, key, tally: tally(all, now) }))
}

function groups(handed: Handed[], keyOf: (one: Handed) => string | null): [string, Handed[]][] {
  const known = handed.filter((one) => keyOf(one) !== null)
  return [...Map.groupBy(known, (one) => keyOf(one) ?? '')]
}

const minutes = (from: Date, to: Date) => Math.floor((to.getTime() - from.getTime()) / 60_000)

function wall({ handedOffAt, decidedAt, status, dueAt }: Handed, now: Date) {
  if (decidedAt) return { after: minutes(handedOffAt, decidedAt), decided: 1, censored: 0 }
  return { after: minutes(handedOffAt, status === 'expired' ? dueAt : now), decided: 0, censored: 1 }
}

function working({ handedOffAt, decidedAt, workingMinutes, status, dueAt }: Handed, now: Date) {
  if (decidedAt) return workingMinutes === null ? [] : [{ after: workingMinutes, decided: 1, censored: 0 }]
  const hour = (instant: Date) => new Date(Math.floor(instant.getTime() / 3_600_000) * 3_600_000)
  const until = status === 'expired' ? hour(dueAt) : now
  const after = Math.floor(workingMinutesBetween(hour(handedOffAt), until, { hours, zone }))
  return [{ after, decided: 0, censored: 1 }]
}

/** A digest as those see it who may read all of it. */
export const shownWhole = (figures: DigestFigures): ShownFigures =>
  shownFigures(figures, { personalData: true })
