import * as fc from 'fast-check'
import type { Verdict } from './differences.ts'
import { play } from './play.ts'
import { sequences } from './steps.ts'
import type { World } from './world.ts'

export interface Course {
  seed: number
  runs: number
  seen: (outcome: string) => void
  /**
   * A control need not be shrunk; and it is caught by what differs, not by a step that fails, which proves nothing when
   * the database has gone away.
   */
  isControl: boolean
}

export interface Ran {
  runs: number
  verdicts: Verdict[]
  counterexample: string
}

/** Plays sequences until one differs, and then, where that is wanted, ever shorter ones that still do. */
export async function playCourse(world: World, { seed, runs, seen, isControl }: Course): Promise<Ran> {
  const property = fc.asyncProperty(sequences, async (sequence) => {
    const all = await play(world, sequence, seen)
    const verdicts = isControl ? all.filter(({ aspect }) => aspect !== 'errors') : all
    if (verdicts.length > 0) throw new Differs(verdicts)
  })
  const details = await fc.check(property, { seed, numRuns: runs, endOnFailure: isControl })
  const { errorInstance: error } = details
  if (details.failed && !(error instanceof Differs)) throw error
  return {
    runs: details.numRuns,
    verdicts: error instanceof Differs ? error.verdicts : [],
    counterexample: JSON.stringify(details.counterexample?.[0] ?? []),
  }
}

/** A sequence that went another way than the model says. */
class Differs extends Error {
  override name = 'Differs'
  readonly verdicts: Verdict[]
  constructor(verdicts: Verdict[]) {
    super(verdicts.map(({ aspect, what }) => `${aspect}: ${what}`).join('\n'))
    this.verdicts = verdicts
  }
}
