import type { DigestFigures, HandoffRecord, Quote, ReasonShare, Slice } from './digest-figures.ts'
import { isQualityReason, praiseCodes } from './reasons.ts'
import { wilson } from './statistics.ts'

interface Period {
  week: string
  from: Date
  to: Date
  /** The moment of counting: a handoff that is open and not yet due is not held against anybody. */
  now: Date
}

/** As many as there are reasons, so that each is heard. */
const quotesShown = 8

/** The numbers of one week's cohort by the formulas of docs/domain.md, from the handoffs made in that week. */
export function digestOf(records: HandoffRecord[], { week, from, to, now }: Period): DigestFigures {
  const count = (status: HandoffRecord['status']) =>
    records.filter((record) => record.status === status).length
  const [delivered, accepted, rejected] = [records.length, count('accepted'), count('rejected')]
  const notYetDue = records.filter((record) => record.status === 'open' && record.dueAt > now).length
  const quality = rejections(records).filter((record) => isQualityReason(record.reason)).length
  return {
    week,
    from: from.toISOString(),
    to: to.toISOString(),
    delivered,
    accepted,
    rejected,
    expired: count('expired'),
    open: count('open'),
    coverage: wilson(accepted + rejected, delivered - notYetDue),
    acceptance: wilson(accepted, accepted + rejected),
    qualityAcceptance: wilson(accepted, accepted + quality),
    reasons: reasonShares(records),
    reasonsKnown: { count: rejections(records).length, of: rejected },
    praise: praiseCodes
      .map((code) => ({ code, count: records.filter((record) => record.praise === code).length }))
      .filter((praise) => praise.count > 0),
    sources: slices(records, (record) => record.source),
    personas: slices(records, (record) => record.persona),
    quotes: quotesOf(records),
  }
}

function rejections(records: HandoffRecord[]): (HandoffRecord & { reason: string })[] {
  return records.flatMap((record) =>
    record.status === 'rejected' && record.reason !== null ? [{ ...record, reason: record.reason }] : [],
  )
}

/** Reasons by how often they were given, with the cumulative share: a Pareto. Ties in alphabetical order. */
function reasonShares(records: HandoffRecord[]): ReasonShare[] {
  const all = rejections(records)
  const counts = [...Map.groupBy(all, (record) => record.reason)]
    .map(([code, group]) => ({ code, count: group.length }))
    .toSorted((a, b) => b.count - a.count || a.code.localeCompare(b.code))
  let sum = 0
  return counts.map(({ code, count }) => {
    sum += count
    return { code, count, share: count / all.length, cumulative: sum / all.length }
  })
}

/**
 * One slice per source or persona, ranked by leads lost: n × (acceptance of the others − own acceptance), where n is
 * the slice's decided handoffs.
 */
function slices(records: HandoffRecord[], keyOf: (record: HandoffRecord) => string | null): Slice[] {
  const known = records.filter((record) => keyOf(record) !== null)
  return [...Map.groupBy(known, (record) => keyOf(record) ?? '')]
    .map(([key, group]) => {
      const acceptance = acceptanceOf(group)
      const others = acceptanceOf(records.filter((record) => keyOf(record) !== key))
      const gap = (others.share ?? 0) - (acceptance.share ?? 0)
      const lost = others.of > 0 && acceptance.of > 0 ? Math.max(0, acceptance.of * gap) : 0
      return { key, delivered: group.length, acceptance, lost }
    })
    .toSorted((a, b) => b.lost - a.lost || b.delivered - a.delivered || a.key.localeCompare(b.key))
}

function acceptanceOf(records: HandoffRecord[]) {
  const accepted = records.filter((record) => record.status === 'accepted').length
  return wilson(accepted, accepted + records.filter((record) => record.status === 'rejected').length)
}

/** Sales' own words: one note per reason in the order of the Pareto, then the next, the latest first. */
function quotesOf(records: HandoffRecord[]): Quote[] {
  const noted = rejections(records).flatMap(({ note, decidedAt, ...rest }) =>
    note ? [{ ...rest, note, at: decidedAt?.getTime() ?? 0 }] : [],
  )
  const queues = reasonShares(records).map(({ code }) =>
    noted
      .filter((quote) => quote.reason === code)
      .toSorted((a, b) => b.at - a.at || a.id.localeCompare(b.id)),
  )
  const rounds = Array.from({ length: quotesShown }, (_, round) =>
    queues.flatMap((queue) => queue[round] ?? []),
  )
  return rounds
    .flat()
    .slice(0, quotesShown)
    .map(({ reason, note, source }) => ({ reason, note, source }))
}
