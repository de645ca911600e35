import { existsSync } from 'node:fs'
import { mkdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { brotliDecompress } from 'node:zlib'
import { PGlite } from '@electric-sql/pglite'
import { fixtureFolder } from './fixtures.ts'
import { connect } from '../../src/db/connection/connect.ts'

/** A database on a PostgreSQL server as a version of that schema left it. */
export async function restoreDump(schema: string, url: string): Promise<void> {
  const client = await connect(url)
  try {
    await client.query(await dumpOf(schema))
  } finally {
    await client.end()
  }
}

/** A data folder as a version of that schema left it; of the later ones only the dump is kept. */
export async function restoreFolder(schema: string, dataDir: string): Promise<void> {
  const place = join(dataDir, 'pglite')
  await mkdir(dataDir, { recursive: true })
  const file = join(fixtureFolder(schema), 'folder.tar.br')
  const isKept = existsSync(file)
  const pglite = isKept
    ? await PGlite.create(place, { loadDataDir: await unpacked(file) })
    : await PGlite.create(place)
  if (!isKept) await pglite.exec(await dumpOf(schema))
  await pglite.close()
}

export const dumpOf = (schema: string): Promise<string> =>
  readFile(join(fixtureFolder(schema), 'dump.sql'), 'utf8')

async function unpacked(file: string): Promise<Blob> {
  return new Blob([await promisify(brotliDecompress)(await readFile(file))])
}
