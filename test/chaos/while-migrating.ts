import { startSandbox, type Sandbox } from '../../src/sandbox/sandbox.ts'
import { readMigrations, type Migration } from '../../src/db/migrations/migrations.ts'
import { statementsOf } from '../../src/db/migrations/finish-migration.ts'
import { chance } from '../support/chance.ts'
import type { Figure } from '../support/figure.ts'
import { refusesAfterwards } from './migrate-by-engine.ts'
import { died, prepared, refusalOf } from './migrating-bot.ts'
import { openReferences, type References } from './migration-references.ts'
import { look } from './migrated.ts'
import { caught, exactly, none, type Engine, type RigOptions } from './rig.ts'

/** What is seen of one bot that was killed while it migrated, and of the start after that. */
interface Seen {
  killed: boolean
  half: boolean
  refused: boolean
  unlike: boolean
  twice: boolean
}

/**
 * Bots are killed with -9 after a seeded number of statements of their migrations, from a new database and from data of
 * every earlier schema; then one starts as ever. A migration was applied or it was not, and in the end everything is as
 * an uninterrupted migration leaves it.
 */
export async function whileMigrating(options: RigOptions): Promise<Figure[]> {
  const slack = await startSandbox({ postsPerSecond: 1000 })
  const stage = { slack, options, references: openReferences(options), random: chance(options.seed) }
  try {
    const [postgres, pglite, control] = await Promise.all([
      kill(stage, 'PostgreSQL', options.rounds),
      kill(stage, 'PGlite', Math.ceil(options.rounds / 7)),
      refusesAfterwards(options),
    ])
    return [...postgres, ...pglite, caught('one statement after the other: the next start refuses', control)]
  } finally {
    await slack.stop()
  }
}

interface Stage {
  slack: Sandbox
  options: RigOptions
  references: References
  random: () => number
}

async function kill(stage: Stage, engine: Engine, rounds: number): Promise<Figure[]> {
  const plans = await Promise.all(
    Array.from({ length: rounds }, (_, round) => planOf(engine, round, stage.random)),
  )
  const next = plans.values()
  const seen: Seen[] = []
  const work = async () => {
    for (const plan of next) seen.push(await one(stage, plan))
  }
  await Promise.all(Array.from({ length: atOnce[engine] }, work))
  const count = (what: keyof Seen) => seen.filter((each) => each[what]).length
  return [
    exactly(`${engine}: killed while migrating`, count('killed'), rounds),
    none(`${engine}: half a migration left`, count('half')),
    none(`${engine}: starts refused afterwards`, count('refused')),
    none(`${engine}: schema or data unlike after an uninterrupted migration`, count('unlike')),
    none(`${engine}: migrations applied twice, or not at all`, count('twice')),
  ]
}

/** A bot that starts mostly waits on a server, and works hard on a PGlite. */
const atOnce: Record<Engine, number> = { PostgreSQL: 2, PGlite: 1 }

interface Plan {
  engine: Engine
  /** How many migrations the database has already. */
  from: number
  /** After how many statements the bot dies. */
  after: number
}

/** A new PGlite takes seconds to make, so there the first schema is the beginning. */
async function planOf(engine: Engine, round: number, random: () => number): Promise<Plan> {
  const all = await readMigrations()
  const from = engine === 'PGlite' ? 1 : round % all.length
  return { engine, from, after: 1 + Math.floor(random() * (stepsOf(all.slice(from), engine) - 1)) }
}

async function one({ slack, options, references }: Stage, plan: Plan): Promise<Seen> {
  const settings = await prepared(options, plan)
  const isKilled = await died(slack, settings, plan.after)
  const between = await look(settings)
  const refusal = await refusalOf(slack, settings)
  const [afterwards, whole] = [await look(settings), await references.whole(plan.from)]
  const seen: Seen = {
    killed: isKilled,
    half: !(await references.isBoundary(between.schema)),
    refused: refusal !== null,
    unlike: afterwards.schema !== whole.schema || (plan.from > 0 && afterwards.data !== whole.data),
    twice: afterwards.applied.join() !== whole.applied.join(),
  }
  const isGood = seen.killed && !seen.half && !seen.refused && !seen.unlike && !seen.twice
  if (!isGood) options.report(JSON.stringify({ plan, seen, refusal, between, afterwards, whole }))
  return seen
}

/** Each statement of the scripts, and each migration's line in the history; on a server the end of its transaction, too. */
function stepsOf(migrations: Migration[], engine: Engine): number {
  const ends = engine === 'PGlite' ? 1 : 2
  return migrations.reduce((sum, { sql }) => sum + statementsOf(sql).length + ends, 0)
}
