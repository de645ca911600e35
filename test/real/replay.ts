import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { DigestFigures } from '../../src/domain/digest/figures.ts'
import { startDemoClock } from '../../src/demo/demo-clock.ts'
import { setStage, settled, type Stage } from '../../src/demo/stage.ts'
import { agree } from '../support/agree.ts'
import { previewDigest } from '../../src/flows/digest/preview-digest.ts'
import { Operator } from '../../src/flows/access/operator.ts'
import { importCsv } from '../../src/intake/csv.ts'
import { readMap, type CsvMap } from '../../src/intake/csv-map.ts'
import { decideRows } from './replay-decide.ts'
import { splitFile } from './replay-rows.ts'

export interface ReplayOptions {
  file: string
  /** How many rows, from the top, are handed off and decided. */
  first: number
  report: (line: string) => void
}

export interface ReplayResult {
  imported: number
  handed_off: number
  accepted: number
  rejected: number
  undecided: number
  reasons: Record<string, number>
}

const start = new Date('2026-11-17T08:30:00Z')
const mapFile = fileURLToPath(new URL('./x-education.map.yml', import.meta.url))

/** Imports a real file, lets three people decide about its first rows, and returns what the week's digest counts. */
export async function replay({ file, first, report }: ReplayOptions): Promise<ReplayResult> {
  const folder = await mkdtemp(join(tmpdir(), 'baton-real-'))
  const stage = await setStage({ sources: ['real'], postsPerSecond: 500, now: startDemoClock(start).now })
  try {
    const { rows, ...files } = await splitFile(file, first, folder)
    const map = readMap(await readFile(mapFile, 'utf8'), mapFile)
    await raiseThreshold(stage)
    const imported = await importBoth(stage, { map, ...files }, report)
    await decideRows(stage, { source: map.source, rows }, report)
    await settled(stage, 120 + rows.length)
    return resultOf(imported, await previewDigest({ ...stage.baton.deps, operator: new Operator() }, 'this'))
  } finally {
    await stage.stop()
    await rm(folder, { recursive: true })
  }
}

/** No score may hand off a row of its own: only what the file's sender calls qualified. */
async function raiseThreshold({ baton: { deps } }: Stage): Promise<void> {
  const { document } = await deps.db.playbooks.current()
  const scoring = { ...document.scoring, threshold: 1_000_000 }
  await agree(deps.db, { ...document, scoring }, { author: 'Replay', at: deps.now() })
}

async function importBoth(
  { baton: { deps } }: Stage,
  { map, ...files }: { map: CsvMap; first: string; rest: string },
  report: (line: string) => void,
): Promise<number> {
  const held = { ...map, defaults: { ...map.defaults, qualified: false } }
  const first = await importCsv({ file: files.first, map, deps, onProgress: () => {} })
  report(`Imported the first rows: ${first.handedOff} handed off, ${first.refused} refused.`)
  const rest = await importCsv({ file: files.rest, map: held, deps, onProgress: () => {} })
  report(`Imported the others: ${rest.held} held, ${rest.refused} refused.`)
  return first.imported + rest.imported
}

function resultOf(imported: number, figures: DigestFigures): ReplayResult {
  const { delivered, accepted, rejected, open, expired, reasons } = figures
  return {
    imported,
    handed_off: delivered,
    accepted,
    rejected,
    undecided: open + expired,
    reasons: Object.fromEntries(reasons.map(({ code, count }) => [code, count])),
  }
}
