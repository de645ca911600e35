import { cpus } from 'node:os'
import { Argument, Command } from 'commander'
import { countOf } from '../support/count-of.ts'
import { isReached, lineOf } from '../support/figure.ts'
import type { Bench } from './bench.ts'
import { digest } from './digest.ts'

const benches: Record<string, Bench> = { digest }

/** `npm run bench -- NAME`: speed, as ratios within one run. */
const command = new Command('npm run bench --')
  .addArgument(new Argument('<name>', 'what to measure').choices(Object.keys(benches)))
  .option('--rounds <n>', 'how often the two sides take turns', countOf, 9)
  .option('--size <n>', 'how much there is to work on', countOf)
  .option('--json', 'one line of JSON; progress on stderr', false)
  .action(run)

async function run(name: string, { json, ...options }: { rounds: number; size?: number; json: boolean }) {
  const report = (line: string) => void process.stderr.write(`${line}\n`)
  const figures = (await benches[name]?.({ ...options, report })) ?? []
  const reached = figures.every(isReached)
  const machine = { node: process.version, cpu: cpus()[0]?.model ?? '', cores: cpus().length }
  const result = { name, reached, rounds: options.rounds, ...machine, figures }
  process.stdout.write(json ? `${JSON.stringify(result)}\n` : `${figures.map(lineOf).join('\n')}\n`)
  if (!reached) process.exitCode = 1
}

await command.parseAsync()
// Everything is done; a timer that is left somewhere must not keep the terminal.
process.stdout.write('', () => process.exit())
