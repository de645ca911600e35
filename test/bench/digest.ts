import type { Client } from 'pg'
import { defaultPlaybook } from '../../prisma/seed.ts'
import { openDatabase, type OpenDatabase } from '../../src/db/open.ts'
import { digestOf } from '../../src/domain/digest/digest-of.ts'
import type { DigestFigures } from '../../src/domain/digest/figures.ts'
import { weekBounds } from '../../src/domain/calendar/week.ts'
import { createDatabase } from '../support/create-database.ts'
import { startServer } from '../support/postgres-server.ts'
import type { Figure } from '../support/figure.ts'
import type { Bench } from './bench.ts'
import { countByHand, type HandRow } from './digest-by-hand.ts'
import { fillHandoffs } from './fill-handoffs.ts'
import { loopBlockDuring } from './loop-block.ts'
import { median } from './median.ts'
import { connect } from '../../src/db/connection/connect.ts'

const week = '2026-W47'
const { zone, workingHours: hours } = defaultPlaybook
const bounds = weekBounds(week, zone)
const now = new Date(bounds.to.getTime() + 9 * 3_600_000)
const weeks = 52

/** A week's figures of 1,000,000 handoffs on PostgreSQL, against the same numbers by one hand-written statement. */
export const digest: Bench = async ({ rounds, size = 1_000_000, report }) => {
  const server = await startServer()
  try {
    const whole = await openFilled(server.url, { size, weeks, report })
    const long = await compare(whole, rounds)
    await whole.close()
    const young = await openFilled(server.url, { size: size / 10, weeks: weeks / 10, report })
    const short = await compare(young, rounds)
    await young.close()
    return figuresOf(long, short)
  } finally {
    await server.stop()
  }
}

interface Filled {
  database: OpenDatabase
  client: Client
  close(): Promise<void>
}

async function openFilled(
  serverUrl: string,
  { size, weeks: over, report }: { size: number; weeks: number; report: (line: string) => void },
): Promise<Filled> {
  const url = await createDatabase(serverUrl)
  const database = await openDatabase({ url, dataDir: '', now: () => now })
  const client = await connect(url)
  report(`Writing ${size} handoffs over ${over} weeks…`)
  await fillHandoffs(client, { handoffs: size, weeks: over, end: bounds.to })
  const close = async () => {
    await client.end()
    await database.close()
  }
  return { database, client, close }
}

interface Compared {
  product: number
  byHand: number
  block: number
  delivered: number
}

/** In turn, after one round to warm up. */
async function compare({ database, client }: Filled, rounds: number): Promise<Compared> {
  const figures = await productFigures(database)
  equal(figures, await countByHand(client, { ...bounds, now }))
  const [product, byHand]: [number[], number[]] = [[], []]
  let block = 0
  for (let round = 0; round < rounds; round += 1) {
    product.push(await timed(() => productFigures(database)))
    byHand.push(await timed(() => countByHand(client, { ...bounds, now })))
    // In a round of its own: watching the event loop costs time.
    block = Math.max(block, await loopBlockDuring(() => productFigures(database)))
  }
  return { product: median(product), byHand: median(byHand), block, delivered: figures.delivered }
}

async function productFigures({ db }: OpenDatabase): Promise<DigestFigures> {
  const cohort = await db.digests.count({ ...bounds, now, working: { hours, zone } })
  return digestOf(cohort, { week, ...bounds })
}

async function timed(work: () => Promise<unknown>): Promise<number> {
  const began = performance.now()
  await work()
  return performance.now() - began
}

/** @throws Error when the two ways do not come to the same numbers */
function equal(figures: DigestFigures, rows: HandRow[]): void {
  const said = [
    ...figures.sources.map(({ key, delivered, acceptance: { count, of } }) => [key, delivered, count, of]),
    ...figures.reasons.map(({ code, count }) => [code, count]),
  ]
  const found = [
    ...figures.sources.map(({ key }) => {
      const { delivered = 0, accepted = 0, rejected = 0 } = rows.find(({ source }) => source === key) ?? {}
      return [key, delivered, accepted, accepted + rejected]
    }),
    ...figures.reasons.map(({ code }) => [code, rows.find(({ reason }) => reason === code)?.rejected]),
  ]
  if (said.length === 0 || JSON.stringify(said) !== JSON.stringify(found))
    throw new Error('The statement by hand counts something else.')
}

function figuresOf(long: Compared, short: Compared): Figure[] {
  return [
    { name: 'handoffs of the week', value: long.delivered },
    { name: 'product, ms', value: long.product },
    { name: 'by hand, ms', value: long.byHand },
    { name: 'product ÷ by hand', value: long.product / long.byHand, atMost: 1.2 },
    { name: 'event loop blocked at most, ms', value: Math.max(long.block, short.block), atMost: 20 },
    { name: 'with ten times the history ÷ without', value: long.product / short.product, atMost: 1.3 },
  ]
}
