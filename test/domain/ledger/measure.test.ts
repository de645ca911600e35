import { expect, it } from 'vitest'
import { parseTarget, targetId } from '../../../src/domain/ledger/entry.ts'
import { measure, windowsOf } from '../../../src/domain/ledger/measure.ts'
import { accepted, aHanded, countedByHand, many, rejected } from '../../support/cohort.ts'

/** So many accepted and so many rejected for `role-fit`. */
const cohort = ([yes, no]: readonly [number, number]) =>
  countedByHand([...many(yes, accepted()), ...many(no, rejected('role-fit'))])

it.each([
  ['better', [20, 20], [36, 4]],
  ['worse', [36, 4], [20, 20]],
  ['unclear', [20, 20], [24, 16]],
  // All against none, and still one answer short on one side.
  ['too-few', [0, 19], [40, 0]],
  ['too-few', [0, 40], [19, 0]],
  ['too-few', [0, 0], [40, 0]],
  ['better', [0, 20], [20, 0]],
] as const)('calls it %s when acceptance goes from %j to %j', (verdict, before, after) => {
  const cohorts = { before: cohort(before), after: cohort(after) }
  expect(measure({ by: 'source', key: 'website' }, cohorts).verdict).toBe(verdict)
})

it.each([
  ['better', [4, 36], [30, 10]],
  ['worse', [30, 10], [4, 36]],
] as const)(
  'calls it %s when a reason’s share of the answers goes from %j to %j',
  (verdict, before, after) => {
    const cohorts = { before: cohort(before), after: cohort(after) }
    const result = measure({ by: 'reason', key: 'role-fit' }, cohorts)
    expect(result).toMatchObject({
      verdict,
      before: { count: before[1], of: 40 },
      after: { count: after[1] },
    })
  },
)

it('counts a reason nobody gave as none of the answers', () => {
  const cohorts = { before: cohort([20, 20]), after: countedByHand(many(20, accepted())) }
  const { after } = measure({ by: 'reason', key: 'role-fit' }, cohorts)
  expect(after).toMatchObject({ count: 0, of: 20 })
})

it('leaves out what nobody has decided', () => {
  const undecided = countedByHand([...many(30, {}), aHanded(accepted())])
  expect(measure({ by: 'all', key: '' }, { before: undecided, after: undecided }).before).toMatchObject({
    count: 1,
    of: 1,
  })
})

it('looks at four weeks on either side', () => {
  const { from, to } = windowsOf({ since: new Date('2026-11-16T00:00:00Z') })
  expect([from, to]).toEqual([new Date('2026-10-19T00:00:00Z'), new Date('2026-12-14T00:00:00Z')])
})

it.each([
  ['source:webinar', { by: 'source', key: 'webinar' }],
  ['source:a:b', { by: 'source', key: 'a:b' }],
  ['reason:role-fit', { by: 'reason', key: 'role-fit' }],
  ['all:', { by: 'all', key: '' }],
] as const)('reads %s', (id, target) => {
  expect(parseTarget(id)).toEqual(target)
  expect(targetId(target)).toBe(id)
})

it('takes what is no target for all leads', () => {
  expect(parseTarget('toString')).toEqual({ by: 'all', key: '' })
})
