import { openAsBlob } from 'node:fs'
import { appendFile, cp, readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { beforeAll, describe, expect, inject, it } from 'vitest'
import { openBreathing } from '../../src/db/connection/breathing-pglite.ts'
import { connect } from '../../src/db/connection/connect.ts'
import { PrismaClient } from '../../src/db/generated/client.ts'
import { assemblePglite, openDatabase, type OpenDatabase } from '../../src/db/open.ts'
import { pgAdapter } from '../../src/db/connection/pg-adapter.ts'
import { openPgSession, pgliteSession, type Session } from '../../src/db/connection/session.ts'
import { reliedOn } from '../../src/db/connection/session-settings.ts'
import { createDatabase } from '../support/create-database.ts'
import { instantsIn } from '../support/instants-in.ts'
import { migratedDatabase } from '../support/migrated-database.ts'
import { ownFolder } from '../support/own-folder.ts'
import { liveThrough, retold } from './march-night.ts'

type Settings = Record<string, string>

/** Where a session's settings come from: given the URL of a database, each gives one to open. */
const places = {
  'ALTER DATABASE': async (url: string, settings: Settings) => {
    await run(url, each(settings, `ALTER DATABASE ${nameIn(url)}`))
    return url
  },
  'ALTER ROLE': async (url: string, settings: Settings) => {
    const role = `role_of_${nameIn(url)}`
    await run(url, [
      `CREATE ROLE ${role} SUPERUSER LOGIN PASSWORD 'role'`,
      ...each(settings, `ALTER ROLE ${role} IN DATABASE ${nameIn(url)}`),
    ])
    return Object.assign(new URL(url), { username: role, password: 'role' }).href
  },
  'options in the URL': (url: string, settings: Settings) => {
    const flags = Object.entries(settings).map(
      ([name, value]) => `-c ${name}=${value.replaceAll(' ', '\\ ')}`,
    )
    const own = new URL(url)
    own.searchParams.set('options', flags.join(' '))
    return Promise.resolve(own.href)
  },
}

const nameIn = (url: string) => new URL(url).pathname.slice(1)

const each = (settings: Settings, whose: string): string[] =>
  Object.entries(settings).map(([name, value]) => `${whose} SET ${name} = '${value}'`)

async function run(url: string, statements: string[]): Promise<void> {
  const client = await connect(url)
  for (const statement of statements) await client.query(statement)
  await client.end()
}

const zones = ['Europe/Berlin', 'Pacific/Chatham', 'America/St_Johns']
const forms = ['German', 'SQL, DMY', 'Postgres, MDY']
const isolations = ['serializable', 'repeatable read']
/** Each place with each zone, and the rest by turns. */
const cases = Object.keys(places).flatMap((place, row) =>
  zones.map((zone, column) => ({
    place: place as keyof typeof places,
    zone,
    form: forms[(row + column) % forms.length] ?? '',
    isolation: isolations[(row + column) % isolations.length] ?? '',
  })),
)

interface Told {
  instants: Record<string, string[]>
  said: unknown
}

async function tell(open: (now: () => Date) => Promise<OpenDatabase>, session: () => Promise<Session>) {
  let clock = new Date(0)
  const database = await open(() => clock)
  try {
    await liveThrough({ ...database, now: () => clock, setClock: (instant) => void (clock = instant) })
    return { instants: await instantsIn(await session()), said: await retold(database) }
  } finally {
    await database.close()
  }
}

const freshDatabase = () => createDatabase(inject('postgresUrl'), migratedDatabase)

describe('a night in March', () => {
  let right: Told
  beforeAll(async () => {
    const pglite = await openBreathing('memory://', {
      loadDataDir: await openAsBlob(inject('pgliteTemplate')),
    })
    const open = (now: () => Date) => assemblePglite(pglite, now)
    right = await tell(open, () => Promise.resolve(pgliteSession(pglite)))
  })

  it('has instants in every column that can hold one', () => {
    const empty = Object.entries(right.instants).filter(([, instants]) => instants.length === 0)
    expect(empty).toEqual([])
    expect(right.instants['Lead.receivedAt']).toContain(String(Date.parse('2027-03-28T02:15:00Z')))
  })

  it.each(cases)('is the same with $zone, $form and $isolation by $place', async ({ place, ...wish }) => {
    const settings = {
      ...{ timezone: wish.zone, datestyle: wish.form, default_transaction_isolation: wish.isolation },
      ...{ statement_timeout: '200ms', idle_in_transaction_session_timeout: '100ms', lock_timeout: '20ms' },
      ...{ standard_conforming_strings: 'off', search_path: 'nowhere', default_transaction_read_only: 'on' },
    }
    const plain = await freshDatabase()
    const url = await places[place](plain, settings)
    await using session = await openPgSession(plain)
    const told = await tell(
      (now) => openDatabase({ url, dataDir: '', now }),
      () => Promise.resolve(session),
    )
    expect(told).toEqual(right)
  })

  it('is the same on a PGlite whose folder is set otherwise', async () => {
    const folder = await ownFolder('hostile')
    await cp(inject('dataTemplate'), folder, { recursive: true })
    const place = join(folder, 'pglite')
    // The only place of which PGlite takes its settings.
    const settings = `timezone = 'Pacific/Chatham'\ndatestyle = 'German'\ndefault_transaction_read_only = on\n`
    await appendFile(join(place, 'postgresql.conf'), settings)
    const pglite = await openBreathing(place)
    const open = (now: () => Date) => assemblePglite(pglite, now)
    expect(await tell(open, () => Promise.resolve(pgliteSession(pglite)))).toEqual(right)
  })
})

describe('a session on a server that is set otherwise', () => {
  it('is ours on each connection, from its first statement on', async () => {
    const db = new PrismaClient({ adapter: pgAdapter({ connectionString: inject('postgresUrl'), max: 5 }) })
    // As many at once as there are connections.
    const seen = await Promise.all(
      Array.from({ length: 5 }, async () => {
        const names = reliedOn.map(({ name }) => name)
        return db.$queryRaw<{ pid: number; name: string; setting: string }[]>`
          SELECT pg_backend_pid() AS pid, name, setting FROM pg_settings, pg_sleep(0.7) WHERE name = ANY(${names})`
      }),
    )
    await db.$disconnect()
    expect(new Set(seen.flat().map(({ pid }) => pid)).size).toBe(5)
    const wanted = reliedOn.map(({ name, value }) => `${name} = ${value}`).toSorted()
    for (const rows of seen)
      expect(rows.map(({ name, setting }) => `${name} = ${setting}`).toSorted()).toEqual(wanted)
  })

  it('lasts longer than the server lets others work, wait and idle', async () => {
    const db = new PrismaClient({ adapter: pgAdapter({ connectionString: inject('postgresUrl'), max: 2 }) })
    await db.$queryRaw`SELECT pg_sleep(1)::text`
    const turn = db.$transaction(async (tx) => {
      await tx.$queryRaw`SELECT pg_advisory_xact_lock(1)::text`
      await aSecond()
      return tx.$queryRaw`SELECT 1 AS one`
    })
    const next = db.$queryRaw`SELECT 2 AS two FROM pg_advisory_xact_lock(1)`.then((rows) => rows)
    expect([await turn, await next]).toEqual([[{ one: 1 }], [{ two: 2 }]])
    await db.$disconnect()
  })

  it('keeps a synchronous_commit that promises more', async () => {
    const url = await places['ALTER DATABASE'](await freshDatabase(), { synchronous_commit: 'remote_apply' })
    const client = await connect(url)
    expect((await client.query('SHOW synchronous_commit')).rows).toEqual([
      { synchronous_commit: 'remote_apply' },
    ])
    await client.end()
  })
})

const aSecond = () => new Promise((done) => setTimeout(done, 1000))

it('is opened in two places of src alone, where it is made our own', async () => {
  const files = (await readdir('src', { recursive: true })).filter((name) => name.endsWith('.ts'))
  const openers: string[] = []
  for (const name of files) {
    const opens = /new (Client|Pool|PrismaPg)\(/.test(await readFile(join('src', name), 'utf8'))
    if (opens && !name.startsWith('db/generated')) openers.push(name)
  }
  expect(openers.toSorted()).toEqual(['db/connection/connect.ts', 'db/connection/pg-adapter.ts'])
})
