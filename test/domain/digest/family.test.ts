import { expect, it } from 'vitest'
import { noTally, type Cohort } from '../../../src/domain/digest/cohort.ts'
import { sliceKinds, type SliceKind } from '../../../src/domain/digest/slice-kind.ts'
import { slicesOf } from '../../../src/domain/digest/slices.ts'
import type { Tally } from '../../../src/domain/digest/tally.ts'

type Counts = [accepted: number, rejected: number]

const tally = ([accepted, rejected]: Counts): Tally => ({
  ...{ ...noTally, delivered: accepted + rejected, accepted, rejected },
})
const slice = (by: SliceKind, key: string, counts: Counts) => ({ by, key, tally: tally(counts) })
const many = (by: SliceKind, count: number, counts: Counts) =>
  Array.from({ length: count }, (_, index) => slice(by, `${index}`, counts))

/** What is called worse, of any kind. */
function called(all: Counts, slices: Cohort['slices']): string[] {
  const cohort = { all: tally(all), slices }
  return sliceKinds.flatMap((kind) =>
    slicesOf(cohort, kind).flatMap(({ key, worse }) => (worse ? [`${kind} ${key}`] : [])),
  )
}

it('asks for more evidence the more there is to be read, of whatever kind', () => {
  const source = slice('source', 'webinar', [22, 18])
  expect(called([160, 60], [source])).toEqual(['source webinar'])
  expect(called([160, 60], [source, ...many('campaign', 8, [20, 7])])).toEqual([])
})

it('leaves out what could not be called: too small, all there is, or no surprise were none of it accepted', () => {
  const webinar = slice('source', 'webinar', [0, 60])
  const others = [
    ...many('persona', 40, [1, 18]),
    ...many('campaign', 20, [2, 18]),
    slice('tier', 'all', [36, 364]),
  ]
  expect(called([36, 364], [webinar, ...others])).toEqual(['source webinar'])
})

it('calls nothing because something else is far better', () => {
  const best = [slice('source', 'best', [1383, 14]), slice('campaign', 'best', [1383, 14])]
  const persona = slice('persona', 'learner', [22, 38])
  expect(called([1740, 1611], [persona])).toEqual(['persona learner'])
  expect(called([1740, 1611], [persona, ...best])).toEqual([])
})
