import { PGlite } from '@electric-sql/pglite'
import { assemblePglite, openDatabase } from '../../../src/db/open.ts'
import type { Outbox } from '../../../src/ports/outbox.ts'
import type { Database } from '../../../src/ports/database.ts'
import type { Deps } from '../../../src/ports/deps.ts'
import { agreement, beginning, people } from './agreement.ts'
import { connect } from '../../../src/db/connection/connect.ts'
import { agree } from '../../support/agree.ts'

/** What Baton keeps: where a control stands something else in. */
export interface Kept {
  db: Database
  outbox: Outbox
}

/**
 * A real database that sequences share one after the other, each with names of its own, and a way to its tables past the
 * stores.
 */
export interface Ground extends AsyncDisposable, Kept {
  rows(query: string, values: unknown[]): Promise<Record<string, unknown>[]>
  newId(): string
  /** Counts the sequences. */
  nextRun(): number
}

/** The flows on that ground, with a clock of their own. */
export interface World extends Pick<Ground, 'rows' | 'nextRun' | 'outbox'> {
  deps: Deps
  setClock(at: number): void
}

export async function openGround(settings: Record<string, string>): Promise<Ground> {
  let [ids, runs] = [0, 0]
  const { rows, database, close } = await open(settings, () => beginning)
  await agree(database.db, agreement, { author: 'the rig', at: beginning })
  return {
    ...{
      db: database.db,
      outbox: database.outbox,
      rows,
      newId: () => `id-${String(++ids).padStart(9, '0')}`,
      nextRun: () => ++runs,
    },
    [Symbol.asyncDispose]: async () => {
      await close()
      await database.close()
    },
  }
}

/** `changed` may stand something else in for what is kept: what a control plants. */
export function worldOn(ground: Ground, changed: (kept: Kept) => Kept = (same) => same): World {
  const { rows, newId, nextRun } = ground
  const { db, outbox } = changed({ db: ground.db, outbox: ground.outbox })
  let now = beginning
  return {
    outbox,
    deps: {
      db,
      people: { find, holders: () => Promise.reject(new Error('no flow of this rig asks for holders')) },
      now: () => now,
      newId,
    },
    ...{ rows, nextRun, setClock: (at) => void (now = new Date(at)) },
  }
}

async function open({ DATABASE_URL: url, DATA_DIR: dataDir }: Record<string, string>, now: () => Date) {
  if (url === undefined) {
    const pglite = await PGlite.create(dataDir)
    const rows: Ground['rows'] = async (query, values) => (await pglite.query<Row>(query, values)).rows
    return { rows, database: await assemblePglite(pglite, now), close: async () => undefined }
  }
  const client = await connect(url)
  const inTurn = oneAfterTheOther()
  const rows: Ground['rows'] = (query, values) =>
    inTurn(async () => (await client.query<Row>(query, values)).rows)
  return { rows, database: await openDatabase({ url, dataDir: '', now }), close: () => client.end() }
}

/** A connection answers one question at a time, whoever asks. */
function oneAfterTheOther() {
  let last: Promise<unknown> = Promise.resolve()
  return <T>(ask: () => Promise<T>): Promise<T> => {
    const answer = last.then(ask, ask)
    last = answer
    return answer
  }
}
type Row = Record<string, unknown>

async function find(userId: string) {
  const person = people.find(({ id }) => id === userId)
  if (!person) throw new Error(`nobody is called ${userId}`)
  return person
}
