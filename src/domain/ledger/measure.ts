import type { Cohort } from '../digest/cohort.ts'
import { comparable } from '../digest/slices.ts'
import { acceptanceOf } from '../digest/tally.ts'
import { newcombe } from '../statistics/newcombe.ts'
import { wilson, type Rate } from '../statistics/wilson.ts'
import type { LedgerEntry, Target } from './entry.ts'
import type { Measurement, Verdict } from './measurement.ts'

const weeks = 4
const weekMs = 7 * 24 * 3_600_000

/** The four weeks before a change and the four after it: [from, since) and [since, to). */
export function windowsOf({ since }: Pick<LedgerEntry, 'since'>): { from: Date; since: Date; to: Date } {
  const at = since.getTime()
  return { from: new Date(at - weeks * weekMs), since, to: new Date(at + weeks * weekMs) }
}

/**
 * Whether a change helped: acceptance of the target's leads four weeks after it against four weeks before, or, for a
 * reason, its share of the answers, where less is better. Below 20 answers on either side nothing is said; otherwise
 * better or worse only when Newcombe's 95 % interval of the difference leaves out zero.
 */
export function measure(target: Target, cohorts: { before: Cohort; after: Cohort }): Measurement {
  const [before, after] = [rateOf(target, cohorts.before), rateOf(target, cohorts.after)]
  const difference = newcombe(after, before)
  return { before, after, difference, verdict: verdictOf(target, { before, after, difference }) }
}

function rateOf({ by, key }: Target, { all, reasons }: Cohort): Rate {
  if (by !== 'reason') return acceptanceOf(all)
  const given = reasons.find(({ code }) => code === key)?.count ?? 0
  return wilson(given, all.accepted + all.rejected)
}

function verdictOf(target: Target, { before, after, difference }: Omit<Measurement, 'verdict'>): Verdict {
  if (difference === null || before.of < comparable || after.of < comparable) return 'too-few'
  if (difference.low <= 0 && difference.high >= 0) return 'unclear'
  const isMore = difference.low > 0
  return isMore === (target.by !== 'reason') ? 'better' : 'worse'
}
