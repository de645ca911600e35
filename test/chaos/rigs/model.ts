import type { Figure } from '../../support/figure.ts'
import { controls } from '../model/controls.ts'
import { playCourse, type Course, type Ran } from '../model/course.ts'
import { aspects, type Verdict } from '../model/differences.ts'
import { openGround, worldOn, type Ground } from '../model/world.ts'
import { caught, none, type Engine, type Rig, type RigOptions } from '../rig.ts'

/** So many sequences are played at once on PostgreSQL. */
const lanes = 3
/** Beside forty sequences on PostgreSQL one is played on PGlite, in memory: its files are a matter of other rigs. */
const pgliteShare = 40
const inMemory = { DATA_DIR: 'memory://' }
/** All that can come of a step: 5 of a lead that comes in, 13 of a click or the clock, 15 refusals, a repeated key. */
const allOutcomes = 34

/**
 * Random sequences of everything that can happen to leads, through the real flows on a real database, held against a
 * model that was written from the documentation alone. It starts no bot: what it judges are decisions, one after the
 * other, and a process, a socket or a kill would change none of them; the other rigs break those.
 */
export const model: Rig = {
  says: 'random sequences of deliveries, clicks and the clock against a reference model, shrunk when they differ',
  rounds: { full: 1_000, short: 100 },
  run: async (options) => {
    const { rounds, seed, report, database } = options
    const outcomes = new Set<string>()
    const course = { seed, isControl: false, seen: (outcome: string) => void outcomes.add(outcome) }
    await using postgres = await openGround(await database('PostgreSQL'))
    const onPostgres = await courses(postgres, { ...course, runs: rounds }, lanes)
    const ofControls = await controlsOf(postgres, options)
    // Not side by side: PGlite computes in this very thread, and PostgreSQL would not be answered in time.
    await using pglite = await openGround(inMemory)
    const onPglite = await courses(pglite, { ...course, runs: Math.ceil(rounds / pgliteShare) }, 1)
    return [
      { name: 'PostgreSQL: sequences', value: runsOf(onPostgres), atLeast: rounds },
      ...figuresOf('PostgreSQL', onPostgres, report),
      { name: 'PGlite: sequences', value: runsOf(onPglite), atLeast: Math.ceil(rounds / pgliteShare) },
      ...figuresOf('PGlite', onPglite, report),
      {
        name: 'kinds of outcome seen',
        value: outcomes.size,
        ...(rounds >= 1_000 && { atLeast: allOutcomes }),
      },
      ...ofControls,
    ]
  },
}

/** As many courses at once as there are lanes, which share the runs. */
function courses(ground: Ground, { seed, runs, ...course }: Course, width: number): Promise<Ran[]> {
  const share = Math.ceil(runs / width)
  const all = Array.from({ length: width }, (_, lane) =>
    playCourse(worldOn(ground), { ...course, seed: seed + lane, runs: share }),
  )
  return Promise.all(all)
}

const runsOf = (all: Ran[]): number => all.reduce((sum, { runs }) => sum + runs, 0)

function figuresOf(engine: Engine, all: Ran[], report: RigOptions['report']): Figure[] {
  for (const { counterexample, verdicts } of all.filter((ran) => ran.verdicts.length > 0)) {
    report(`${engine}: ${counterexample}`)
    for (const { aspect, what } of verdicts) report(`${engine}: ${aspect}: ${what}`)
  }
  const verdicts = all.flatMap((ran) => ran.verdicts)
  const about = (aspect: Verdict['aspect']) => verdicts.filter((verdict) => verdict.aspect === aspect).length
  return aspects.map((aspect) => none(`${engine}: ${aspect} that differ`, about(aspect)))
}

async function controlsOf(ground: Ground, { seed, report }: RigOptions): Promise<Figure[]> {
  const figures: Figure[] = []
  for (const [name, changed] of Object.entries(controls)) {
    const course = { seed, runs: 500, isControl: true, seen: () => undefined }
    const { verdicts } = await playCourse(worldOn(ground, changed), course)
    report(`control, ${name}: ${verdicts.map(({ aspect }) => aspect).join(', ')} differ`)
    figures.push(caught(name, verdicts.length))
  }
  return figures
}
