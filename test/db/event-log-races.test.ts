import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { execFile } from 'node:child_process'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { PGlite } from '@electric-sql/pglite'
import type { Client } from 'pg'
import { describe, expect, inject, it } from 'vitest'
import { connect } from '../../src/db/connection/connect.ts'
import { assemblePglite, openDatabase, type OpenDatabase } from '../../src/db/open.ts'
import { receive } from '../../src/domain/handoff/lifecycle.ts'
import { createDatabase } from '../support/create-database.ts'
import { aReceivedLead, at, website } from '../support/leads.ts'
import { startSystemServer, systemTools } from '../support/system-postgres.ts'

const now = () => at('09:00')

async function save({ db }: OpenDatabase, ...ids: string[]): Promise<void> {
  for (const id of ids)
    await db.leads.save(receive(id, aReceivedLead({ externalId: id }), { by: website, at: now() }), [])
}

const after = async ({ db }: OpenDatabase, position: number) =>
  (await db.events.after(position, 100)).map(({ position: place, event }) => `${place} ${event.leadId}`)

/** PGlite does one transaction after the other: only on PostgreSQL can one begin first and end last. */
it('a late commit gets a later number: no follower misses it, whoever read in between', async () => {
  const url = await createDatabase(inject('postgresUrl'))
  const database = await openDatabase({ url, dataDir: '', now })
  const slow = await connect(url)
  const slower = await connect(url)
  try {
    await save(database, 'known')
    // Their events are older than all others, and were written first.
    for (const [client, id] of [
      [slow, 'slow'],
      [slower, 'slower'],
    ] as const)
      await writeOpenly(client, id)
    await save(database, 'quick')
    expect(await after(database, 0)).toEqual(['1 known', '2 quick'])
    await slower.query('COMMIT')
    expect(await after(database, 2)).toEqual(['3 slower'])
    await save(database, 'last')
    expect(await after(database, 3)).toEqual(['4 last'])
    await slow.query('COMMIT')
    expect(await after(database, 4)).toEqual(['5 slow'])
    expect(await after(database, 0)).toEqual(['1 known', '2 quick', '3 slower', '4 last', '5 slow'])
  } finally {
    await Promise.all([slow.end(), slower.end()])
    await database.close()
  }
})

it('a reader that was cut off while it numbered leaves no gap', async () => {
  const url = await createDatabase(inject('postgresUrl'))
  const database = await openDatabase({ url, dataDir: '', now })
  const dying = await connect(url)
  try {
    await save(database, 'a', 'b')
    await dying.query('BEGIN')
    await dying.query(`SELECT pg_advisory_xact_lock(hashtext('event log'))`)
    await dying.query(`UPDATE "LeadEvent" SET position = 1 WHERE "leadId" = 'b'`)
    const waiting = after(database, 0)
    await dying.query('ROLLBACK')
    expect(await waiting).toEqual(['1 a', '2 b'])
  } finally {
    await dying.end()
    await database.close()
  }
})

/** A copy of its last event, in a transaction that stays open. */
async function writeOpenly(client: Client, id: string): Promise<void> {
  await client.query('BEGIN')
  await client.query(
    `INSERT INTO "Lead" SELECT (jsonb_populate_record(l, jsonb_build_object('id', $1::text, 'externalId', $1::text))).*
     FROM "Lead" l WHERE l.id = 'known'`,
    [id],
  )
  await client.query(
    `INSERT INTO "LeadEvent" ("leadId", version, type, at, actor, data)
     SELECT $1, 1, type, at - interval '1 day', actor, data FROM "LeadEvent" WHERE "leadId" = 'known'`,
    [id],
  )
}

describe('a restored backup keeps the numbers, and goes on from there', () => {
  const before = ['1 b', '2 c']
  const both = [...before, '3 a', '4 e']
  const goneOn = async (restored: OpenDatabase) => {
    await save(restored, 'e')
    return after(restored, 0)
  }
  const fill = async (database: OpenDatabase) => {
    await save(database, 'b', 'c')
    expect(await after(database, 0)).toEqual(before)
    // Nobody has read this one yet.
    await save(database, 'a')
  }

  it('on PGlite', async () => {
    const pglite = await PGlite.create()
    await fill(await assemblePglite(pglite, now))
    const copy = await PGlite.create({ loadDataDir: await pglite.dumpDataDir('none') })
    await pglite.close()
    const restored = await assemblePglite(copy, now)
    expect(await goneOn(restored)).toEqual(both)
    await restored.close()
  })

  it.skipIf(systemTools === null)('on PostgreSQL, in a new cluster', async () => {
    const bin = systemTools ?? ''
    const folder = await mkdtemp(join(tmpdir(), 'baton-log-'))
    const servers = [await startSystemServer(bin), await startSystemServer(bin)] as const
    try {
      const [from, to] = await Promise.all(servers.map((server) => createDatabase(server.url)))
      const database = await openDatabase({ url: from ?? '', dataDir: '', now })
      await fill(database)
      await database.close()
      const file = join(folder, 'dump.sql')
      const { stdout } = await promisify(execFile)(join(bin, 'pg_dump'), ['--no-owner', from ?? ''])
      await writeFile(file, stdout)
      await promisify(execFile)(join(bin, 'psql'), ['--quiet', '--file', file, to ?? ''])
      const restored = await openDatabase({ url: to ?? '', dataDir: '', now })
      expect(await goneOn(restored)).toEqual(both)
      await restored.close()
    } finally {
      await Promise.all(servers.map((server) => server.stop()))
      await rm(folder, { recursive: true })
    }
  })
})
