import { describe, expect, it } from 'vitest'
import { reasonFamilies, type ReasonFamily } from '../../../src/domain/handoff/reasons.ts'
import { loopClosureOf, type Answerable } from '../../../src/domain/digest/loop-closure.ts'
import { chance } from '../../support/chance.ts'
import { percent, published, seeds, whole } from './reference.ts'
import { aTeam, endByHand } from './team-days.ts'

const working = aTeam
const now = new Date('2026-12-01T12:00:00+01:00')
/** Its five working days end with Wednesday the 25th. */
const wednesday = '2026-11-18T10:00:00+01:00'
const due = '2026-11-26T00:00:00+01:00'
const moment = (instant: string, milliseconds: number) => new Date(new Date(instant).getTime() + milliseconds)

const rejection = (
  answeredAt: string | Date | null = null,
  family: ReasonFamily = 'clerical',
): Answerable => ({
  ...{ family, rejectedAt: new Date(wednesday) },
  answeredAt: answeredAt === null ? null : new Date(answeredAt),
})

const closure = (all: Answerable[], at: Date = now) => loopClosureOf(all, { now: at, working })

describe('loop closure', () => {
  it.each([null, undefined])('is absent, not zero, while no answers are recorded: %s', (none) => {
    expect(loopClosureOf(none, { now, working })).toBeNull()
  })

  it.each<[string, Answerable[], number, number]>([
    ['nobody', [], 0, 0],
    ['one answered', [rejection('2026-11-19T10:00:00+01:00')], 1, 1],
    ['one answered at once', [rejection(wednesday)], 1, 1],
    ['one answered late on the fifth day', [rejection('2026-11-25T23:59:59+01:00')], 1, 1],
    ['one answered exactly when five days were over', [rejection(due)], 1, 1],
    ['one answered a moment later', [rejection(moment(due, 1))], 0, 1],
    ['one unanswered', [rejection()], 0, 1],
    ['one answered only after the counting', [rejection(moment(now.toISOString(), 1))], 0, 1],
    ['two that are procedural', [rejection(wednesday, 'procedural'), rejection(null, 'procedural')], 0, 0],
    ['two of other families', [rejection(wednesday, 'other'), rejection(null, 'definitional')], 1, 2],
  ])('of %s', (...[_name, all, count, of]) => {
    expect(closure(all)).toMatchObject({ count, of, share: of === 0 ? null : count / of })
  })

  it('holds nothing against marketing before the five days are over', () => {
    expect(closure([rejection()], moment(due, -1))).toMatchObject({ count: 0, of: 0, share: null })
    expect(closure([rejection()], new Date(due))).toMatchObject({ count: 0, of: 1 })
    expect(closure([rejection(wednesday)], moment(due, -1))).toMatchObject({ count: 1, of: 1 })
    expect(closure([rejection(wednesday)], moment(wednesday, -1))).toMatchObject({ count: 0, of: 0 })
    expect(closure([rejection(wednesday)], new Date(wednesday))).toMatchObject({ count: 1, of: 1 })
  })

  it.each(published)('%i of %i answered is %i to %i percent', (...[count, of, low, high]) => {
    const all = Array.from({ length: of }, (_, index) => rejection(index < count ? wednesday : null))
    const rate = closure(all)
    expect(rate && percent(rate)).toEqual([low, high])
  })

  it('agrees with counting one by one', () => {
    for (const seed of seeds(100)) {
      const random = chance(seed)
      const all = Array.from({ length: whole(random, 0, 12) }, () => {
        const rejectedAt = moment(wednesday, whole(random, -100, 350) * 3_600_000)
        const answeredAt = moment(rejectedAt.toISOString(), whole(random, 0, 300) * 3_600_000)
        const family = reasonFamilies[whole(random, 0, 3)] ?? 'other'
        return { family, rejectedAt, answeredAt: random() < 0.7 ? answeredAt : null }
      })
      expect(closure(all)).toMatchObject(oneByOne(all))
    }
  })
})

function oneByOne(all: Answerable[]): { count: number; of: number } {
  let [count, of] = [0, 0]
  for (const { family, rejectedAt, answeredAt } of all) {
    if (family === 'procedural' || rejectedAt > now) continue
    const end = endByHand(rejectedAt, 5)
    const answered = answeredAt !== null && answeredAt <= now
    if (!answered && now < end) continue
    of += 1
    if (answered && answeredAt <= end) count += 1
  }
  return { count, of }
}
