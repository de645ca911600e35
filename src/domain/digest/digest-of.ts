import { quantileOf, type Ending } from '../statistics/kaplan-meier.ts'
import { separation } from '../statistics/separation.ts'
import { wilson } from '../statistics/wilson.ts'
import type { Cohort } from './cohort.ts'
import type { DigestFigures, Earlier, Quote, ReasonShare, Wait } from './figures.ts'
import { slicesOf, worseOf } from './slices.ts'
import { trendOf } from './trend.ts'
import { acceptanceOf, clockKeptOf, coverageOf, qualityAcceptanceOf, strictAcceptanceOf } from './tally.ts'

interface Period {
  week: string
  from: Date
  to: Date
}

/** What the week is held against. */
export interface Background {
  previous: Earlier | null
  /** Closed weeks before this one, by their own digests. */
  closed: Pick<DigestFigures, 'week' | 'accepted' | 'rejected' | 'coverage' | 'acceptance'>[]
}

const noBackground: Background = { previous: null, closed: [] }

/** As many as there are reasons, so that each is heard, and of each so many. */
const quotesShown = 8
const quotesOfReason = 3

/** The numbers of one week by the formulas of docs/domain.md, from what was counted of its cohort. */
export function digestOf(
  cohort: Cohort,
  { week, from, to }: Period,
  background: Background = noBackground,
): DigestFigures {
  const { all } = cohort
  const { delivered, accepted, rejected, expired, open } = all
  const reasons = reasonShares(cohort)
  const worse = worseOf(cohort)
  return {
    ...{ week, from: from.toISOString(), to: to.toISOString() },
    ...{ delivered, accepted, rejected, expired, open },
    coverage: coverageOf(all),
    acceptance: acceptanceOf(all),
    qualityAcceptance: qualityAcceptanceOf(all),
    strictAcceptance: strictAcceptanceOf(all),
    clockKept: clockKeptOf(all),
    wait: { wall: waitOf(cohort.waits.wall), working: waitOf(cohort.waits.working) },
    separation: separation(cohort.scores),
    reasons,
    reasonsKnown: { count: reasons.reduce((sum, { count }) => sum + count, 0), of: rejected },
    praise: cohort.praise.filter(({ count }) => count > 0),
    sources: slicesOf(cohort, 'source', worse),
    campaigns: slicesOf(cohort, 'campaign', worse),
    personas: slicesOf(cohort, 'persona', worse),
    tiers: slicesOf(cohort, 'tier', worse),
    quotes: quotesOf(cohort, reasons),
    previous: background.previous,
    baseline: baselineOf(background),
    trend: trendOf([
      ...background.closed,
      { week, coverage: coverageOf(all), acceptance: acceptanceOf(all) },
    ]),
    // Only the digest that is posted tells of the ledger, and of what was not found.
    ...{ ledger: { made: [], measured: [] }, misses: [] },
  }
}

function waitOf(endings: Ending[]): Wait {
  return { median: quantileOf(endings, 0.5), ninetieth: quantileOf(endings, 0.9) }
}

/** Reasons by how often they were given, with the cumulative share: a Pareto. Ties in alphabetical order. */
function reasonShares({ reasons }: Cohort): ReasonShare[] {
  const all = reasons.reduce((sum, { count }) => sum + count, 0)
  let soFar = 0
  return reasons
    .filter(({ count }) => count > 0)
    .toSorted((a, b) => b.count - a.count || a.code.localeCompare(b.code))
    .map(({ code, count }) => {
      soFar += count
      return { code, count, share: count / all, cumulative: soFar / all }
    })
}

/** Sales' own words: one note per reason in the order of the Pareto, then the next, the latest first. */
function quotesOf({ notes }: Cohort, reasons: ReasonShare[]): Quote[] {
  const queues = reasons.map(({ code }) => said(notes.filter((note) => note.reason === code)))
  const rounds = Array.from({ length: quotesOfReason }, (_, round) =>
    queues.flatMap((queue) => queue[round] ?? []),
  )
  return rounds.flat().slice(0, quotesShown)
}

/** Each note once, however often it was given. */
const said = (notes: Quote[]): Quote[] =>
  [...new Map(notes.toReversed().map((note) => [note.note, note])).values()].toReversed()

function baselineOf({ closed }: Background): DigestFigures['baseline'] {
  const [accepted, rejected] = [
    closed.reduce((sum, week) => sum + week.accepted, 0),
    closed.reduce((sum, week) => sum + week.rejected, 0),
  ]
  const weeks = closed.filter((week) => week.accepted + week.rejected > 0).length
  if (accepted + rejected === 0) return null
  return { weeks, acceptance: wilson(accepted, accepted + rejected) }
}
