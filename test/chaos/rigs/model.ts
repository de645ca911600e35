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
/**
 * All that can come of a step: 5 of a lead that comes in, 13 of a click or the clock, 15 refusals, a repeated key; and 4 rounds,
 * handed off by each of 3 reasons.
 */
const allOutcomes = 41

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
    await using parts = new AsyncDisposableStack()
    // One for each: what one course has in its outbox, no other may carry to Slack.
    const grounds: Ground[] = []
    for (let lane = 0; lane < lanes; lane++)
      grounds.push(parts.use(await openGround(await database('PostgreSQL'))))
    const onPostgres = await courses(grounds, { ...course, runs: rounds })
    const ofControls = await controlsOf(grounds, options)
    // Not side by side: PGlite computes in this very thread, and PostgreSQL would not be answered in time.
    const pglite = parts.use(await openGround(inMemory))
    const onPglite = await courses([pglite], { ...course, runs: Math.ceil(rounds / pgliteShare) })
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

/** As many courses at once as there are grounds, which share the runs. */
function courses(grounds: Ground[], { seed, runs, ...course }: Course): Promise<Ran[]> {
  const share = Math.ceil(runs / grounds.length)
  return Promise.all(
    grounds.map((ground, lane) => playCourse(worldOn(ground), { ...course, seed: seed + lane, runs: share })),
  )
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

/** Each on the next ground, as many at once as there are grounds. */
async function controlsOf(grounds: Ground[], { seed, report }: RigOptions): Promise<Figure[]> {
  const all = Object.entries(controls)
  const shares = grounds.map(async (ground, lane) => {
    const figures: Figure[] = []
    for (const [name, changed] of all.filter((_, index) => index % grounds.length === lane)) {
      const course = { seed, runs: 500, isControl: true, seen: () => undefined }
      const { verdicts } = await playCourse(worldOn(ground, changed), course)
      report(`control, ${name}: ${verdicts.map(({ aspect }) => aspect).join(', ')} differ`)
      figures.push(caught(name, verdicts.length))
    }
    return figures
  })
  return (await Promise.all(shares)).flat()
}
