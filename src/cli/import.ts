import { Presets, SingleBar } from 'cli-progress'
import { Command } from 'commander'
import { importCsv, type CsvReport, type Progress } from '../intake/csv.ts'
import { readMap } from '../intake/csv-map.ts'
import { readText } from '../settings/read-text.ts'
import { withDatabase } from './with-database.ts'

/** `baton import FILE --map MAP`: leads from a CSV. */
export function importCommand(): Command {
  return new Command('import')
    .description(
      'take in the leads of a CSV file; with an external_id in each row, running it twice changes nothing',
    )
    .argument('<file>', 'the CSV file, in UTF-8')
    .requiredOption('--map <file>', 'which column is which field, in YAML or JSON; see docs/operations.md')
    .option('--json', 'the report as one line of JSON')
    .action(run)
}

async function run(file: string, { map: mapFile, json }: { map: string; json?: boolean }): Promise<void> {
  const map = readMap(await readText(mapFile), mapFile)
  const bar = progressBar()
  const report = await withDatabase((deps) => importCsv({ file, map, deps, onProgress: bar.show })).finally(
    bar.stop,
  )
  process.stdout.write(json ? `${JSON.stringify(report)}\n` : `${sentences(report).join('\n')}\n`)
}

/** A bar in a terminal; elsewhere a line now and then. */
function progressBar(): { show(progress: Progress): void; stop(): void } {
  if (!process.stderr.isTTY) return { show: everySoOften(), stop: () => undefined }
  const bar = new SingleBar(
    { format: '{bar} {percentage} % | {rows} rows | {eta_formatted} left' },
    Presets.shades_classic,
  )
  bar.start(1, 0, { rows: 0 })
  return {
    show: ({ bytes, of, rows }) => {
      bar.setTotal(of)
      bar.update(bytes, { rows })
    },
    stop: () => bar.stop(),
  }
}

function everySoOften(): (progress: Progress) => void {
  let shown = 0
  return ({ rows }) => {
    if (rows - shown < 1000) return
    shown = rows
    process.stderr.write(`${rows} rows\n`)
  }
}

function sentences(report: CsvReport): string[] {
  const { rows, imported, handedOff, held, updated, unchanged, duplicates, refused, refusedFile } = report
  return [
    `${rows} rows read, ${imported} leads imported: ${handedOff} handed off, ${held} held.`,
    `${updated} updated, ${unchanged} unchanged, ${duplicates} noted as duplicates.`,
    ...(refusedFile ? [`${refused} refused: correct them in ${refusedFile} and import that file.`] : []),
  ]
}
