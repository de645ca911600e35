import { createHash } from 'node:crypto'
import { PGlite } from '@electric-sql/pglite'
import { describe, expect, inject, it } from 'vitest'
import { z } from 'zod'
import { statementsOf } from '../../../src/db/migrations/finish-migration.ts'
import { migrate } from '../../../src/db/migrations/migrate.ts'
import { MigrationError } from '../../../src/db/migrations/migration-error.ts'
import { readMigrations, type Migration } from '../../../src/db/migrations/migrations.ts'
import { openPgSession, pgliteSession, type Session } from '../../../src/db/connection/session.ts'
import { createDatabase } from '../../support/create-database.ts'
import { schemaOf } from '../../support/schema-of.ts'

const known = await readMigrations()
const names = known.map(({ name }) => name)

interface Engine {
  name: string
  open: () => Promise<Session>
  /** After how many statements an earlier version could stop there. */
  stops: (count: number) => number[]
}

let empty: Promise<Blob> | undefined

const engines: Engine[] = [
  {
    name: 'PGlite',
    open: async () => {
      empty ??= PGlite.create().then((pglite) => pglite.dumpDataDir('none'))
      return pgliteSession(await PGlite.create({ loadDataDir: await empty }))
    },
    // It was given a whole script at once, which is one transaction.
    stops: (count) => [0, count],
  },
  {
    name: 'PostgreSQL',
    open: async () => openPgSession(await createDatabase(inject('postgresUrl'))),
    stops: (count) =>
      count > 6 ? [0, 1, 4, 11, 20, count - 1, count] : Array.from({ length: count + 1 }, (_, n) => n),
  },
]

describe.each(engines)('migrating on $name', ({ open, stops }) => {
  it('applies each migration once, and remembers it as Prisma does', async () => {
    const session = await open()
    expect(await migrate(session)).toEqual(names)
    expect(await migrate(session)).toEqual([])
    expect(await historyOf(session)).toEqual(
      known.map(({ name, sql }) => ({
        name,
        checksum: createHash('sha256').update(sql).digest('hex'),
        steps: 1,
        given: false,
        finished: true,
      })),
    )
  })

  it('leaves nothing of a migration that fails, and goes on from there once it is mended', async () => {
    const session = await open()
    const broken = aMigration('20990101000000_two', 'CREATE TABLE "A" (id INT); CREATE TABLE "A" (id INT);')
    await expect(migrate(session, [...known, broken])).rejects.toThrow(
      /20990101000000_two failed and changed nothing/,
    )
    expect(await migrate(session)).toEqual([])
    const mended = aMigration(
      broken.name,
      `CREATE TABLE "A" (id INT); INSERT INTO "A" VALUES (length('a;b'));`,
    )
    expect(await migrate(session, [...known, mended])).toEqual([mended.name])
  })

  it('refuses a database from the future with a sentence, and changes nothing', async () => {
    const session = await open()
    const future = aMigration('20990101000000_future', 'CREATE TABLE "A" (id INT);')
    await migrate(session, [known[0] ?? future, future])
    const before = await historyOf(session)
    await expect(migrate(session)).rejects.toBeInstanceOf(MigrationError)
    await expect(migrate(session)).rejects.toThrow(
      /newer version of Baton: this one does not know 20990101000000_future\. Nothing was changed\. Start that version/,
    )
    expect(await historyOf(session)).toEqual(before)
  })

  it('refuses a database that is full of something else', async () => {
    const session = await open()
    await run(session, 'CREATE TABLE invoices (id INT)')
    await expect(migrate(session)).rejects.toThrow(/not Baton’s \(invoices\).*database for Baton alone/)
  })

  it.each(halves(stops))('completes $name that stopped after $done statements', async ({ name, done }) => {
    const session = await open()
    const index = names.indexOf(name)
    await leaveHalf(session, index, done)
    expect(await migrate(session)).toEqual(names.slice(index))
    const whole = await open()
    await migrate(whole)
    expect(await schemaOf(session)).toEqual(await schemaOf(whole))
    const attempts = (await historyOf(session)).filter((attempt) => attempt.name === name)
    expect(attempts.map(({ given, finished }) => ({ given, finished }))).toEqual([
      { given: true, finished: false },
      { given: false, finished: true },
    ])
  })

  it('refuses a half-migrated database that does not fit with a sentence, and changes nothing', async () => {
    const session = await open()
    await leaveHalf(session, 0, 3)
    await run(session, 'CREATE INDEX "Lead_email_idx" ON "Lead"("id")')
    const before = await schemaOf(session)
    await expect(migrate(session)).rejects.toThrow(
      /stopped in the middle of the migration 20261123154842_init.*Lead_email_idx.*Restore the backup/,
    )
    expect(await schemaOf(session)).toEqual(before)
  })
})

describe('several instances', () => {
  it('that start at once migrate once', async () => {
    const url = await createDatabase(inject('postgresUrl'))
    const applied = await Promise.all(
      Array.from({ length: 8 }, async () => {
        await using session = await openPgSession(url)
        return await migrate(session)
      }),
    )
    expect(applied.flat().toSorted()).toEqual(names)
  })

  it('are told where to look when the server is not there', async () => {
    await expect(openPgSession('postgresql://localhost:1/nothing')).rejects.toThrow(
      /ECONNREFUSED.*Check DATABASE_URL/,
    )
  })
})

const aMigration = (name: string, sql: string): Migration => ({ name, sql, checksum: '0'.repeat(64) })

const run = (session: Session, sql: string) => session.transaction((tx) => tx.run(sql))

/** The places where an earlier version could stop within one of the migrations that it knew. */
function halves(stops: Engine['stops']): { name: string; done: number }[] {
  return known
    .filter(({ name }) => name <= '20261123220948_ledger')
    .flatMap(({ name, sql }) => stops(statementsOf(sql).length).map((done) => ({ name, done })))
}

/** What an earlier version left that was killed after so many statements: it committed each of them by itself. */
async function leaveHalf(session: Session, index: number, done: number): Promise<void> {
  const { name = '', sql = '' } = known[index] ?? {}
  if (index > 0) await migrate(session, known.slice(0, index))
  else await migrate(session, [])
  for (const statement of statementsOf(sql).slice(0, done)) await run(session, statement)
  await run(
    session,
    `INSERT INTO "_prisma_migrations" (id, checksum, migration_name) VALUES ('${index}', '', '${name}')`,
  )
}

const attemptsSchema = z.array(
  z.object({
    name: z.string(),
    checksum: z.string(),
    steps: z.number(),
    finished: z.boolean(),
    given: z.boolean(),
  }),
)

async function historyOf(session: Session) {
  const sql = `
    SELECT migration_name AS name, checksum, applied_steps_count AS steps, finished_at IS NOT NULL AS finished,
      rolled_back_at IS NOT NULL AS given FROM "_prisma_migrations" ORDER BY started_at`
  return attemptsSchema.parse(await session.transaction((tx) => tx.rows(sql)))
}
