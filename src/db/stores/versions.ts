import { formatOf, readStored, type Stored } from '../../domain/document/stored.ts'
import { OutdatedError } from '../../ports/conflict-error.ts'
import type { NewVersion } from '../../ports/new-version.ts'
import type { Prisma } from '../generated/client.ts'
import { asConflict } from './conflict.ts'
import type { Kept } from './kept.ts'
import { json } from '../rows/json.ts'
import { readOr } from '../rows/read-column.ts'

interface Place {
  key: string
  version: number
}
interface Written {
  document: Prisma.InputJsonValue
  format: number
  author: string
  createdAt: Date
}
type Row = Place & Omit<Written, 'document'> & { document: Prisma.JsonValue }

/** One version of a document, parsed. */
export interface Version<T> extends Place {
  author: string
  since: Date
  document: T
}

/** A table of documents of which every version is kept. A playbook's key is empty: there is only one. */
export interface Table<T> {
  name: string
  stored: Stored<T>
  /** The newest version of each document, in the order of their keys. */
  newest(): Promise<Place[]>
  read(places: Place[]): Promise<Row[]>
  insert(row: Place & Written): Promise<unknown>
}

/** Reads the newest versions: those that were read before are not asked for again, as no version ever changes. */
export async function newestOf<T>(table: Table<T>, kept: Kept<Version<T>>): Promise<Version<T>[]> {
  const places = await table.newest()
  const unread = places.filter(({ key, version }) => !kept.find(key, version))
  if (unread.length > 0) for (const row of await table.read(unread)) kept.keep(parsed(table, row))
  return places.flatMap(({ key, version }) => kept.find(key, version) ?? [])
}

/** The number of each newest version, by the key. */
export const versionsIn = async (table: Table<unknown>): Promise<Map<string, number>> =>
  new Map((await table.newest()).map(({ key, version }) => [key, version]))

/** Adds the version that follows the one it is based on. Of two at once the unique key lets one be. */
export async function addVersion<T>(
  { name, stored, newest, insert }: Table<T>,
  { key, document }: { key: string; document: T },
  { author, basedOn, at }: NewVersion,
): Promise<void> {
  const last = (await newest()).find((place) => place.key === key)?.version ?? 0
  if (last !== basedOn) throw new OutdatedError(`${name} ${key} is at version ${last}, and not ${basedOn}`)
  const written = { document: json(document), format: formatOf(stored), author, createdAt: at }
  await insert({ key, version: basedOn + 1, ...written }).catch(asConflict)
}

function parsed<T>({ name, stored }: Table<T>, row: Row): Version<T> {
  const { key, version, author, createdAt } = row
  const place = { table: name, row: [key, `version ${version}`].filter(Boolean).join(' ') }
  return { key, version, author, since: createdAt, document: readOr(readStored(stored, row), place) }
}
