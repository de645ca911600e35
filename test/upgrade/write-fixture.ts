// npm run fixture: a small history in the present schema, kept for every later version to migrate.
import { execFile } from 'node:child_process'
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { brotliCompress, constants } from 'node:zlib'
import { PGlite } from '@electric-sql/pglite'
import { Command } from 'commander'
import { assemblePglite, openDatabase, type OpenDatabase } from '../../src/db/open.ts'
import { createDatabase } from '../support/create-database.ts'
import { startSystemServer, systemTools } from '../support/system-postgres.ts'
import { fixtureFolder, presentSchema } from './fixtures.ts'
import { colleagues } from './people.ts'
import { tellHistory } from './tell-history.ts'

let clock = new Date(0)
const now = () => clock
const setClock = (instant: Date) => void (clock = instant)

async function tell({ db, outbox, close }: OpenDatabase): Promise<void> {
  let ids = 0
  const newId = () => `id-${++ids}`
  await tellHistory({ deps: { db, people: colleagues, now, newId }, outbox, setClock })
  await close()
}

/** As plain SQL that any driver can run: rows as INSERT, and without the words that only psql knows. */
async function dump(bin: string): Promise<string> {
  const server = await startSystemServer(bin)
  try {
    const url = await createDatabase(server.url)
    await tell(await openDatabase({ url, dataDir: '', now }))
    const options = ['--encoding=UTF8', '--no-owner', '--no-privileges', '--rows-per-insert=100', url]
    // What a server is set to must not be in the file: one that reads it as a whole reads it by its own setting.
    const env = { ...process.env, PGTZ: 'UTC', PGOPTIONS: '-c standard_conforming_strings=on' }
    const { stdout } = await promisify(execFile)(join(bin, 'pg_dump'), options, { env, maxBuffer: 2 ** 28 })
    return stdout.replaceAll(/^\\.*\n/gm, '')
  } finally {
    await server.stop()
  }
}

/** A data folder as it lies on the disk after a clean stop. */
async function folder(): Promise<Buffer> {
  const place = await mkdtemp(join(tmpdir(), 'baton-fixture-'))
  const made = await PGlite.create(place)
  await tell(await assemblePglite(made, now))
  const stopped = await PGlite.create(place)
  const tar = Buffer.from(await (await stopped.dumpDataDir('none')).arrayBuffer())
  await stopped.close()
  await rm(place, { recursive: true })
  const params = { [constants.BROTLI_PARAM_LGWIN]: 24, [constants.BROTLI_PARAM_SIZE_HINT]: tar.length }
  return promisify(brotliCompress)(tar, { params })
}

async function write({ folder: isFolder }: { folder: boolean }): Promise<void> {
  if (!systemTools) throw new Error('pg_dump and its server are missing: apt-get install postgresql')
  const target = fixtureFolder(await presentSchema())
  await mkdir(target, { recursive: true })
  await writeFile(join(target, 'dump.sql'), await dump(systemTools))
  if (isFolder) await writeFile(join(target, 'folder.tar.br'), await folder())
  process.stdout.write(`wrote ${target}\n`)
}

const command = new Command('npm run fixture --')
  .description('Keeps a small history in the present schema, for every later version to migrate.')
  .option('--folder', 'with a data folder of PGlite as well', false)
  .action(write)

try {
  await command.parseAsync()
} catch (error) {
  process.stderr.write(`No fixture was written. ${error instanceof Error ? error.message : String(error)}\n`)
  process.exitCode = 1
}
process.stdout.write('', () => process.exit())
