import { cpus, release, type, type CpuInfo } from 'node:os'
import { randomInt } from 'node:crypto'
import { Argument, Command } from 'commander'
import { countOf } from '../support/count-of.ts'
import type { Figure } from '../support/figure.ts'
import { none } from './rig.ts'
import { hasReached, tableOf, type Result, type Run } from './result.ts'
import { rigs, sittings } from './rigs/index.ts'
import { runApart } from './run-apart.ts'
import { openScratch } from './scratch.ts'

interface Options {
  rounds?: number
  seed: number
  short: boolean
  json: boolean
}

/** `npm run chaos -- NAME`: breaks things on purpose and counts what was lost. */
const command = new Command('npm run chaos --')
  .addArgument(new Argument('<name>', 'which rig').choices([...Object.keys(rigs), 'all']))
  .option('--rounds <n>', 'how often', countOf)
  .option('--seed <s>', 'whatever looks like chance follows from it', countOf, randomInt(1, 10_000_000))
  .option('--short', 'the short form, for CI', false)
  .option('--json', 'one line of JSON; progress on stderr', false)
  .action(run)

async function run(name: string, options: Options): Promise<void> {
  const [at, startedAt] = [new Date().toISOString(), performance.now()]
  const { seed, short, json } = options
  const results = name === 'all' ? await runAll(options) : [await runHere(name, options)]
  const [reached, seconds] = [results.every((result) => result.reached), secondsSince(startedAt)]
  const done: Run = { reached, at, seed, short, seconds, machine: machine(), results }
  process.stdout.write(
    json ? `${JSON.stringify(done)}\n` : `seed ${seed}\n${results.map(tableOf).join('\n')}\n`,
  )
  if (!reached) process.exitCode = 1
}

function machine(): Run['machine'] {
  const [cpu]: (CpuInfo | undefined)[] = cpus()
  const system = `${type()} ${release().split('-')[0]}`
  return { node: process.version, system, cpu: cpu?.model ?? 'unknown', cores: cpus().length }
}

const secondsSince = (startedAt: number) => Math.round((performance.now() - startedAt) / 1000)

async function runAll({ seed, short, rounds }: Options): Promise<Result[]> {
  const options = ['--seed', String(seed), ...(short ? ['--short'] : [])]
  if (rounds !== undefined) options.push('--rounds', String(rounds))
  const results: Result[] = []
  for (const sitting of sittings)
    results.push(
      ...(await Promise.all(
        sitting.map((name) => runApart(name, options).catch((error: unknown) => broken(name, error))),
      )),
    )
  return results
}

const broken = (name: string, error: unknown): Result => ({
  ...{ name, says: rigs[name]?.says ?? '', reached: false, rounds: 0, roundsWanted: 1, seconds: 0 },
  figures: asBreach(error),
})

async function runHere(name: string, { seed, short, rounds: wanted }: Options): Promise<Result> {
  const rig = rigs[name]
  if (!rig) throw new Error(`there is no rig called ${name}`)
  await using scratch = await openScratch()
  const roundsWanted = rig.rounds[short ? 'short' : 'full']
  const rounds = wanted ?? roundsWanted
  const report = (line: string) => void process.stderr.write(`${name}: ${line}\n`)
  const startedAt = performance.now()
  report(`${rig.says} (rounds: ${rounds}, seed ${seed})`)
  const { database } = scratch
  const figures = await rig.run({ rounds, seed, isShort: short, report, database }).catch(asBreach)
  const seconds = secondsSince(startedAt)
  const reached = hasReached({ rounds, roundsWanted, figures })
  const result = { name, says: rig.says, reached, rounds, roundsWanted, seconds, figures }
  process.stderr.write(`${tableOf(result)}\n`)
  return result
}

/** A rig that could not be run to its end has not reached its figures; the others are run all the same. */
function asBreach(error: unknown): Figure[] {
  process.stderr.write(`${error instanceof Error ? error.stack : String(error)}\n`)
  return [none(`ended by ${error instanceof Error ? error.message.slice(0, 200) : 'an error'}`, 1)]
}

await command.parseAsync()
// Everything is done; a timer that is left somewhere must not keep the terminal.
process.stdout.write('', () => process.exit())
