import { Command, InvalidArgumentError, Option } from 'commander'
import type { DigestFigures } from '../domain/digest/figures.ts'
import { weekSchema } from '../domain/calendar/week.ts'
import { digestCsv } from '../flows/digest/digest-csv.ts'
import { shownFigures } from '../domain/privacy/shown-words.ts'
import type { Deps } from '../ports/deps.ts'
import { previewDigest } from '../flows/digest/preview-digest.ts'
import { digestText } from '../slack/blocks/digest/digest.ts'
import { withDatabase } from './with-database.ts'

interface Options {
  week: string
  json?: true
  csv?: true
}

/** `baton digest`: a week's figures, as they stand now. */
export function digestCommand(): Command {
  return new Command('digest')
    .description('preview the figures of a week; nothing is posted')
    .option('--week <week>', 'this, last, or an ISO week such as 2026-W47', weekOf, 'this')
    .addOption(new Option('--text', 'as the digest says it, in the language of the playbook (the default)'))
    .addOption(new Option('--json', 'one line of JSON').conflicts(['text', 'csv']))
    .addOption(new Option('--csv', 'one number a row, with n and interval').conflicts(['text', 'json']))
    .action(run)
}

async function run(options: Options): Promise<void> {
  process.stdout.write(
    await withDatabase(async (deps) => draw(await previewDigest(deps, options.week), options, deps)),
  )
}

async function draw(figures: DigestFigures, { json, csv }: Options, { db }: Deps): Promise<string> {
  if (json) return `${JSON.stringify(figures)}\n`
  if (csv) return digestCsv(figures)
  const { document: playbook } = await db.playbooks.current()
  const { language, zone } = playbook
  const shown = shownFigures(figures, { personalData: false })
  const reader = { language, zone, playbook }
  return `${digestText(shown, reader, await db.personas.all())}\n`
}

function weekOf(text: string): string {
  if (text === 'this' || text === 'last' || weekSchema.safeParse(text).success) return text
  throw new InvalidArgumentError('Give "this", "last", or an ISO week such as 2026-W47.')
}
