import { Command, InvalidArgumentError } from 'commander'
import { replay, type ReplayResult } from './replay.ts'

/** `npm run real -- --file FILE`: real leads, and what sales decided about them, through the whole product. */
const command = new Command('real')
  .requiredOption('--file <file>', 'CSV of the format that x-education.map.yml maps')
  .option('--first <n>', 'rows to hand off and decide, from the top', countOf, 500)
  .option('--json', 'only the figures on the last line, progress on stderr', false)
  .action(run)

async function run({ file, first, json }: { file: string; first: number; json: boolean }): Promise<void> {
  const result = await replay({ file, first, report: (line) => process.stderr.write(`${line}\n`) })
  if (!json) process.stdout.write(`${sentenceOf(result)}\n`)
  process.stdout.write(`${JSON.stringify(result)}\n`)
}

function sentenceOf({
  imported,
  handed_off: handedOff,
  accepted,
  rejected,
  undecided,
}: ReplayResult): string {
  const decided = `${accepted} accepted, ${rejected} rejected, ${undecided} undecided`
  return `${imported} rows imported, ${handedOff} handed off: ${decided}.`
}

function countOf(text: string): number {
  if (!/^[1-9]\d{0,6}$/.test(text)) throw new InvalidArgumentError('Give a whole number from 1.')
  return Number(text)
}

try {
  await command.parseAsync()
} catch (error) {
  process.stderr.write(
    `The replay did not work out: ${error instanceof Error ? error.message : String(error)}\n`,
  )
  process.exitCode = 1
}
// Everything is stopped; only the schema engine's own timers would keep the process for some seconds more.
process.stdout.write('', () => process.exit())
