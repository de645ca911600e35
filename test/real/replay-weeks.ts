import { mkdtempDisposable, readFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { DigestFigures } from '../../src/domain/digest/figures.ts'
import { previousWeek, weekBounds } from '../../src/domain/calendar/week.ts'
import type { Deps } from '../../src/ports/deps.ts'
import { sendDueDigest } from '../../src/flows/digest/send-due-digest.ts'
import { importCsv } from '../../src/intake/csv.ts'
import { readMap, type CsvMap } from '../../src/intake/csv-map.ts'
import { decideThroughFlows, expireTheRest } from './decide-through-flows.ts'
import { openDesk, type Desk } from './replay-desk.ts'
import { spreadFile, type WeekFile } from './spread-file.ts'

export interface WeeksOptions {
  file: string
  weeks: number
  report: (line: string) => void
}

/** What the stored digest of one week says. */
export interface WeekResult {
  week: string
  delivered: number
  accepted: number
  rejected: number
  expired: number
  reasons: Record<string, number>
}

/** The last week of every replay. */
const lastWeek = '2026-W47'
const mapFile = fileURLToPath(new URL('./x-education.map.yml', import.meta.url))
const hourMs = 3_600_000

/**
 * Spreads a real file over weeks by lead number: each week its rows come in by CSV on Wednesday morning, are decided
 * through the flows, what nobody decides expires, and on Monday at nine the digest is made. The figures are those that were
 * stored with the digests.
 */
export async function replayWeeks({ file, weeks, report }: WeeksOptions): Promise<WeekResult[]> {
  await using folder = await mkdtempDisposable(join(tmpdir(), 'baton-real-'))
  const desk = await openDesk()
  try {
    const files = await spreadFile(file, weeks, folder.path)
    const names = lastWeeks(weeks)
    const map = readMap(await readFile(mapFile, 'utf8'), mapFile)
    for (const [index, part] of files.entries()) {
      await playWeek(desk, { part, map, week: names[index] ?? '' })
      report(`${names[index]}: ${part.rows.length} rows.`)
    }
    return await Promise.all(names.map((week) => resultOf(desk.deps, week)))
  } finally {
    await desk.close()
  }
}

function lastWeeks(count: number): string[] {
  const names = [lastWeek]
  while (names.length < count) names.unshift(previousWeek(names[0] ?? lastWeek))
  return names
}

async function playWeek(
  { deps, zone, setClock }: Desk,
  { part, map, week }: { part: WeekFile; map: CsvMap; week: string },
): Promise<void> {
  const { from, to } = weekBounds(week, zone)
  const wednesday = new Date(from.getTime() + (2 * 24 + 9) * hourMs)
  setClock(wednesday)
  const imported = await importCsv({ file: part.file, map, deps, onProgress: () => {} })
  if (imported.refused > 0) throw new Error(`${imported.refused} rows of ${week} were refused.`)
  setClock(new Date(wednesday.getTime() + hourMs))
  await decideThroughFlows(deps, map.source, part.rows)
  setClock(new Date(to.getTime() - hourMs))
  await expireTheRest(deps, map.source, part.rows)
  setClock(new Date(to.getTime() + 9 * hourMs))
  await sendDueDigest(deps)
}

async function resultOf({ db }: Deps, week: string): Promise<WeekResult> {
  const figures = await db.digests.find('marketing', week)
  if (!figures) throw new Error(`There is no digest of ${week}.`)
  return { week, ...countsOf(figures) }
}

function countsOf({ delivered, accepted, rejected, expired, reasons }: DigestFigures) {
  const byCode = Object.fromEntries(reasons.map(({ code, count }) => [code, count]))
  return { delivered, accepted, rejected, expired, reasons: byCode }
}
