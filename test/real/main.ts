import { Command, InvalidArgumentError, Option } from 'commander'
import { replay, type ReplayResult } from './replay.ts'
import { replayWeeks, type WeekResult } from './replay-weeks.ts'

interface Options {
  file: string
  first: number
  weeks?: number
  json: boolean
}

/** `npm run real -- --file FILE`: real leads, and what sales decided about them, through the whole product. */
const command = new Command('npm run real --')
  .requiredOption('--file <file>', 'CSV of the format that x-education.map.yml maps')
  .option('--first <n>', 'rows to hand off and decide in Slack, from the top', countOf, 500)
  .addOption(
    new Option(
      '--weeks <n>',
      'instead: all rows, spread over so many weeks by lead number, decided through the flows',
    )
      .argParser(countOf)
      .conflicts('first'),
  )
  .option('--json', 'only the figures on the last line, progress on stderr', false)
  .action(run)

const report = (line: string) => void process.stderr.write(`${line}\n`)

async function run({ file, first, weeks, json }: Options): Promise<void> {
  if (weeks === undefined) {
    const result = await replay({ file, first, report })
    return tell(result, json ? [] : [sentenceOf(result)])
  }
  const results = await replayWeeks({ file, weeks, report })
  const figures = results.map(({ week: _week, ...counts }) => counts)
  tell({ weeks: figures }, json ? [] : results.map(lineOf))
}

function tell(result: object, lines: string[]): void {
  process.stdout.write([...lines, JSON.stringify(result)].map((line) => `${line}\n`).join(''))
}

function sentenceOf({ imported, handed_off, accepted, rejected, undecided }: ReplayResult): string {
  const decided = `${accepted} accepted, ${rejected} rejected, ${undecided} undecided`
  return `${imported} rows imported, ${handed_off} handed off: ${decided}.`
}

const lineOf = ({ week, delivered, accepted, rejected, expired }: WeekResult): string =>
  `${week}: ${delivered} delivered, ${accepted} accepted, ${rejected} rejected, ${expired} expired`

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
// Everything is done; a timer that is left somewhere must not keep the terminal.
process.stdout.write('', () => process.exit())
