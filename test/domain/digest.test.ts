import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { digestOf } from '../../src/domain/digest/digest-of.ts'
import { accepted, aHanded, countedByHand, many, rejected, type Handed } from '../support/cohort.ts'
import { at } from '../support/leads.ts'

const week = { week: '2026-W47', from: at('00:00'), to: at('23:59') }
const figuresOf = (handed: Handed[]) => digestOf(countedByHand(handed), week)

describe("a week's digest", () => {
  const records = [
    ...many(6, accepted({ praise: 'clear-intent' })),
    ...many(3, rejected('bad-data')),
    ...many(2, rejected('duplicate')),
    ...many(1, rejected('role-fit')),
    ...many(2, { status: 'expired' }),
    ...many(1, { dueAt: at('17:00') }),
    ...many(3, { dueAt: at('19:00') }),
  ]
  const figures = figuresOf(records)

  it('counts what became of each handoff', () => {
    expect(figures).toMatchObject({ delivered: 18, accepted: 6, rejected: 6, expired: 2, open: 4 })
    expect(figures.praise).toEqual([{ code: 'clear-intent', count: 6 }])
  })

  it('does not hold against sales what is open and not yet due', () => {
    expect(figures.coverage).toMatchObject({ count: 12, of: 15, share: 0.8 })
  })

  it('leaves duplicates and wrong routes out of the quality acceptance', () => {
    expect(figures.acceptance).toMatchObject({ count: 6, of: 12, share: 0.5 })
    expect(figures.qualityAcceptance).toMatchObject({ count: 6, of: 10, share: 0.6 })
  })

  it('sorts the reasons with their cumulative share', () => {
    expect(figures.reasons).toEqual([
      { code: 'bad-data', count: 3, share: 3 / 6, cumulative: 3 / 6 },
      { code: 'duplicate', count: 2, share: 2 / 6, cumulative: 5 / 6 },
      { code: 'role-fit', count: 1, share: 1 / 6, cumulative: 1 },
    ])
    expect(figures.reasonsKnown).toEqual({ count: 6, of: 6 })
  })

  it('of an empty week claims nothing', () => {
    const empty = figuresOf([])
    expect(empty).toMatchObject({ delivered: 0, reasons: [], sources: [], quotes: [] })
    expect(empty.acceptance).toMatchObject({ of: 0, share: null })
  })
})

describe('slices', () => {
  it('are ranked by leads lost, not by rate', () => {
    const records = [
      ...many(2, rejected('spam', { source: 'small and worst' })),
      ...many(20, rejected('spam', { source: 'large and bad' })),
      ...many(10, accepted({ source: 'large and bad' })),
      ...many(40, accepted({ source: 'good' })),
    ]
    const { sources } = figuresOf(records)
    expect(sources.map((slice) => slice.key)).toEqual(['large and bad', 'small and worst', 'good'])
    expect(sources[0]?.lost).toBeCloseTo(30 * (40 / 42 - 10 / 30))
    expect(sources.at(-1)?.lost).toBe(0)
  })

  it('lose nothing where nobody decided, or where there are no others', () => {
    const undecided = [...many(3, { source: 'a' }), ...many(2, accepted({ source: 'b' }))]
    expect(figuresOf(undecided).sources.map((slice) => slice.lost)).toEqual([0, 0])
    expect(figuresOf(many(4, rejected('spam'))).sources).toMatchObject([{ delivered: 4, lost: 0 }])
  })

  it('of personas leave out the leads that match none', () => {
    const records = [...many(2, { persona: 'it-lead' }), ...many(3, {})]
    expect(figuresOf(records).personas).toMatchObject([{ key: 'it-lead', delivered: 2 }])
  })
})

describe('quotes', () => {
  const note = (reason: string, time: string) =>
    aHanded(rejected(reason, { note: `${reason} ${time}`, decidedAt: at(time) }))

  it('let each reason speak before one speaks twice, the latest word first', () => {
    const records = [
      ...['09:10', '09:30', '09:20'].map((time) => note('bad-data', time)),
      ...['10:00', '11:00'].map((time) => note('spam', time)),
      note('role-fit', '08:00'),
      aHanded(accepted({ note: 'not a rejection' })),
    ]
    expect(figuresOf(records).quotes.map((quote) => quote.note)).toEqual([
      ...['bad-data 09:30', 'spam 11:00', 'role-fit 08:00'],
      ...['bad-data 09:20', 'spam 10:00', 'bad-data 09:10'],
    ])
  })

  it('are three of a reason and eight at most, each said once', () => {
    const notes = (reason: string) =>
      ['one', 'two', 'two', 'three', 'four'].map((word) => aHanded(rejected(reason, { note: word })))
    const { quotes } = figuresOf(['spam', 'bad-data', 'role-fit'].flatMap(notes))
    const told = ['bad-data', 'role-fit', 'spam'].map((reason) =>
      quotes.filter((quote) => quote.reason === reason).map((quote) => quote.note),
    )
    expect(told.map(({ length }) => length)).toEqual([3, 3, 2])
    expect(told.map((list) => new Set(list).size)).toEqual([3, 3, 2])
  })
})

describe('any cohort', () => {
  const record = fc.record({
    status: fc.constantFrom('open', 'accepted', 'rejected', 'expired'),
    source: fc.constantFrom('a', 'b', 'c'),
    due: fc.constantFrom(at('13:00'), at('19:00')),
    reason: fc.constantFrom('spam', 'duplicate', 'low-intent'),
  })
  const cohorts = fc.array(
    record.map(({ status, source, due, reason }) =>
      aHanded({ status, source, dueAt: due, reason: status === 'rejected' ? reason : null }),
    ),
    { maxLength: 60 },
  )

  it('adds up, by outcome, by reason and by source', () => {
    const property = fc.property(cohorts, (records) => {
      const { delivered, accepted: taken, rejected: lost, expired, open, ...figures } = figuresOf(records)
      expect(delivered).toBe(taken + lost + expired + open)
      expect(figures.reasons.reduce((sum, reason) => sum + reason.count, 0)).toBe(lost)
      expect(figures.sources.reduce((sum, slice) => sum + slice.delivered, 0)).toBe(delivered)
      expect(figures.sources.reduce((sum, slice) => sum + slice.acceptance.count, 0)).toBe(taken)
      expect(figures.reasons.at(-1)?.cumulative ?? 1).toBe(1)
    })
    fc.assert(property, { seed: 10, numRuns: 200 })
  })

  it('gives the same figures in whatever order it is read', () => {
    const property = fc.property(cohorts, (records) => {
      expect(figuresOf(records.toReversed())).toEqual(figuresOf(records))
    })
    fc.assert(property, { seed: 11, numRuns: 100 })
  })
})
