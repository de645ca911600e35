import { cpus, type CpuInfo } from 'node:os'
import { randomInt } from 'node:crypto'
import { Argument, Command } from 'commander'
import { countOf } from '../support/count-of.ts'
import { isReached, lineOf, type Figure } from '../support/figure.ts'
import { rigs } from './rigs/index.ts'
import { openScratch, type Scratch } from './scratch.ts'

interface Options {
  rounds?: number
  seed: number
  short: boolean
  json: boolean
}

interface Result {
  name: string
  reached: boolean
  rounds: number
  seconds: number
  figures: Figure[]
}

/** `npm run chaos -- NAME`: breaks things on purpose and counts what was lost. */
const command = new Command('chaos')
  .addArgument(new Argument('<name>', 'which rig').choices([...Object.keys(rigs), 'all']))
  .option('--rounds <n>', 'how often', countOf)
  .option('--seed <s>', 'whatever looks like chance follows from it', countOf, randomInt(1, 10_000_000))
  .option('--short', 'the short form, for CI', false)
  .option('--json', 'one line of JSON; progress on stderr', false)
  .action(run)

async function run(name: string, options: Options): Promise<void> {
  const results: Result[] = []
  for (const each of name === 'all' ? Object.keys(rigs) : [name]) {
    await using scratch = await openScratch()
    results.push(await runOne(each, options, scratch))
  }
  const reached = results.every((result) => result.reached)
  const { seed, short, json } = options
  const [cpu]: (CpuInfo | undefined)[] = cpus()
  const machine = { node: process.version, cpu: cpu?.model ?? '', cores: cpus().length }
  if (json) process.stdout.write(`${JSON.stringify({ reached, seed, short, ...machine, results })}\n`)
  else process.stdout.write(`seed ${seed}\n${results.map(tableOf).join('\n')}\n`)
  if (!reached) process.exitCode = 1
}

async function runOne(
  name: string,
  { seed, short, rounds: wanted }: Options,
  scratch: Scratch,
): Promise<Result> {
  const rig = rigs[name]
  if (!rig) throw new Error(`there is no rig called ${name}`)
  const rounds = wanted ?? rig.rounds[short ? 'short' : 'full']
  const report = (line: string) => void process.stderr.write(`${name}: ${line}\n`)
  const startedAt = performance.now()
  report(`${rig.says} (rounds: ${rounds}, seed ${seed})`)
  const { database } = scratch
  const figures = await rig.run({ rounds, seed, isShort: short, report, database })
  const seconds = Math.round((performance.now() - startedAt) / 1000)
  const result = { name, reached: figures.every(isReached), rounds, seconds, figures }
  process.stderr.write(`${tableOf(result)}\n`)
  return result
}

function tableOf({ name, reached, rounds, seconds, figures }: Result): string {
  const head = `${name}: ${reached ? 'reached' : 'NOT reached'} (rounds: ${rounds}, ${seconds} s)`
  return [head, ...figures.map((figure) => `  ${lineOf(figure)}`)].join('\n')
}

await command.parseAsync()
// Only timers of the schema engine would keep the process for some seconds more.
process.stdout.write('', () => process.exit())
