import { noTally, type Cohort } from '../../src/domain/digest/cohort.ts'
import { sliceKinds, type SliceKind } from '../../src/domain/digest/slice-kind.ts'
import type { Tally } from '../../src/domain/digest/tally.ts'
import { chance } from './chance.ts'

type Random = () => number

/** By which slices a lead is counted; `null` where it has none of a kind. */
export type Lead = Record<SliceKind, string | null>

/** How the leads of a team come, by the source of each. */
export interface Shape {
  name: string
  sources: number
  /** Whether the first source sends twice as many as the second, and so on. */
  isSteep: boolean
  rest: (source: number, random: Random) => Omit<Lead, 'source'>
}

const one = (of: number, random: Random) => `${Math.floor(random() * of)}`
/** Some of each kind that have nothing to do with the source. */
const apart = (personas: number, tiers: number, random: Random) => ({
  persona: random() < 0.2 ? null : one(personas, random),
  tier: one(tiers, random),
})

export const shapes: Shape[] = [
  {
    ...{ name: 'two of each', sources: 2, isSteep: false },
    rest: (_source, random) => ({ campaign: one(2, random), ...apart(2, 2, random) }),
  },
  {
    ...{ name: 'five sources, each with three campaigns of its own', sources: 5, isSteep: false },
    rest: (source, random) => ({ campaign: `${source}-${one(3, random)}`, ...apart(5, 3, random) }),
  },
  {
    ...{
      name: 'eight sources with 64 small campaigns, tiers that go with personas',
      sources: 8,
      isSteep: true,
    },
    rest: (source, random) => {
      const persona = one(6, random)
      return { campaign: `${source}-${one(8, random)}`, persona, tier: `${Number(persona) % 3}` }
    },
  },
  {
    ...{ name: 'one campaign for each source', sources: 8, isSteep: true },
    rest: (source, random) => ({ campaign: `${source}-only`, ...apart(4, 3, random) }),
  },
  {
    ...{ name: 'twenty sources, campaigns across them', sources: 20, isSteep: false },
    rest: (_source, random) => ({ campaign: one(15, random), ...apart(6, 3, random) }),
  },
]

/** The source that accepts less where one does, its leads in a week, and what it and all others accept. */
const bad = { source: 0, leads: 60, rate: 0.4 }
const rate = 0.8

/** The bad source, and what holds its leads alone: called worse, each is called rightly. */
export const isBad = (by: SliceKind, key: string): boolean =>
  (by === 'source' && key === `${bad.source}`) || (by === 'campaign' && key.startsWith(`${bad.source}-`))

/** A week of so many leads, each decided by its own throw; the same seed gives the same week. */
export function simulatedWeek(shape: Shape, leads: number, { seed, isOneBad }: Week): Cohort {
  const random = chance(seed)
  const groups = sliceKinds.map((by) => ({ by, tallies: new Map<string, Tally>() }))
  const all = { ...noTally }
  for (let index = 0; index < leads; index++) {
    const source = isOneBad ? sourceBesideBad(shape, index, random) : anySource(shape, 0, random)
    const lead: Lead = { source: `${source}`, ...shape.rest(source, random) }
    const isAccepted = random() < (isOneBad && source === bad.source ? bad.rate : rate)
    count(all, isAccepted)
    for (const { by, tallies } of groups) countSlice(tallies, lead[by], isAccepted)
  }
  const slices = groups.flatMap(({ by, tallies }) => [...tallies].map(([key, tally]) => ({ by, key, tally })))
  return { all, slices, ...nothingElse }
}

const nothingElse: Omit<Cohort, 'all' | 'slices'> = {
  ...{ reasons: [], praise: [], scores: [], notes: [] },
  waits: { wall: [], working: [] },
}

interface Week {
  seed: number
  isOneBad: boolean
}

function sourceBesideBad(shape: Shape, index: number, random: Random): number {
  return index < bad.leads ? bad.source : anySource(shape, 1, random)
}

function anySource({ sources, isSteep }: Shape, first: number, random: Random): number {
  if (!isSteep) return first + Math.floor(random() * (sources - first))
  return Math.max(first, Math.min(sources - 1, Math.floor(-Math.log2(1 - random()))))
}

function countSlice(tallies: Map<string, Tally>, key: string | null, isAccepted: boolean): void {
  if (key === null) return
  const tally = tallies.get(key) ?? { ...noTally }
  tallies.set(key, tally)
  count(tally, isAccepted)
}

function count(tally: Tally, isAccepted: boolean): void {
  tally.delivered++
  if (isAccepted) tally.accepted++
  else tally.rejected++
}
