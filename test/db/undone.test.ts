import { openAsBlob } from 'node:fs'
import { beforeAll, describe, expect, inject, it } from 'vitest'
import { seed } from '../../prisma/seed.ts'
import { openBreathing } from '../../src/db/connection/breathing-pglite.ts'
import { assemblePglite, openDatabase, type OpenDatabase } from '../../src/db/open.ts'
import { openPgSession, pgliteSession, type Session } from '../../src/db/connection/session.ts'
import { reportTroubles } from '../../src/flows/delivery/report-troubles.ts'
import { createDatabase } from '../support/create-database.ts'
import { instantsIn } from '../support/instants-in.ts'
import { migratedDatabase } from '../support/migrated-database.ts'
import { colleagues } from '../upgrade/people.ts'
import { liveThrough } from './march-night.ts'

/** PostgreSQL's words for: two transactions can't both be, and: they wait for each other. */
const codes = ['40001', '40P01']

interface Ground {
  database: OpenDatabase
  session: Session
}

const pglite = {
  name: 'PGlite',
  open: async (now: () => Date): Promise<Ground> => {
    const opened = await openBreathing('memory://', {
      loadDataDir: await openAsBlob(inject('pgliteTemplate')),
    })
    return { database: await assemblePglite(opened, now), session: pgliteSession(opened) }
  },
  // It has one connection: at the end of a transaction there is nobody to be in conflict with.
  moments: ['IMMEDIATE'],
}

const postgres = {
  name: 'PostgreSQL',
  open: async (now: () => Date): Promise<Ground> => {
    const url = await createDatabase(inject('postgresUrl'), migratedDatabase)
    return { database: await openDatabase({ url, dataDir: '', now }), session: await openPgSession(url) }
  },
  moments: ['IMMEDIATE', 'DEFERRED'],
}

const cases = [pglite, postgres].flatMap(({ moments, ...engine }) =>
  codes.flatMap((code) => moments.map((moment) => ({ ...engine, code, moment }))),
)

/**
 * From now on writing fails again and again, at rarer and rarer turns, so that in the end everything can be written. A
 * sequence counts the turns, which no ROLLBACK turns back.
 */
const undo = (code: string, moment: string) => `
  CREATE SEQUENCE turns;
  CREATE FUNCTION undo() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
    IF sqrt((8 * nextval('turns') + 1)::numeric) % 1 = 0 THEN RAISE 'undone' USING ERRCODE = '${code}'; END IF;
    RETURN NULL;
  END $$;
  DO $$ DECLARE name text; BEGIN
    FOR name IN SELECT tablename FROM pg_tables WHERE schemaname = 'public' AND tablename <> '_prisma_migrations' LOOP
      EXECUTE format('CREATE CONSTRAINT TRIGGER undo AFTER INSERT OR UPDATE ON %I DEFERRABLE INITIALLY ${moment}
        FOR EACH ROW EXECUTE FUNCTION undo()', name);
    END LOOP;
  END $$`

async function tell(
  open: (now: () => Date) => Promise<Ground>,
  prepare: (session: Session) => Promise<void>,
) {
  let clock = new Date(0)
  const { database, session } = await open(() => clock)
  try {
    await prepare(session)
    await liveThrough({ ...database, now: () => clock, setClock: (instant) => void (clock = instant) })
    return await instantsIn(session)
  } finally {
    await database.close()
  }
}

describe('what the database undoes for another’s sake', () => {
  let right: Record<string, string[]>
  beforeAll(async () => {
    right = await tell(pglite.open, () => Promise.resolve())
  })

  it.each(cases)('is done again on $name: $code, $moment', async ({ open, code, moment }) => {
    const told = await tell(open, (session) => session.transaction((tx) => tx.run(undo(code, moment))))
    expect(told).toEqual(right)
  })

  it('is done again where operations are told what was refused', async () => {
    const now = () => new Date('2027-03-28T02:00:00Z')
    const { database, session } = await postgres.open(now)
    const { db, outbox } = database
    await seed(db, now())
    await db.troubles.tell([{ id: 'lost', lane: 'C0LEADS', about: 'h', content: { kind: 'card' } }])
    const notice = await outbox.claim({ now: now(), owner: 'test', leaseMs: 1000 })
    if (notice) await outbox.fail(notice, { error: 'is_archived', at: now() })
    await session.transaction((tx) => tx.run(undo('40001', 'DEFERRED')))
    const people = { ...colleagues, holders: () => Promise.resolve(['U0OLGA']) }
    expect(await reportTroubles({ db, now, newId: () => 'told', people })).toBe(true)
    expect(await db.troubles.told(['U0OLGA'])).toMatchObject([{ lane: 'C0LEADS', cause: 'is_archived' }])
    await database.close()
  })

  it('ends with an error when it is undone each time', async () => {
    const { database, session } = await postgres.open(() => new Date())
    await session.transaction((tx) =>
      tx.run(undo('40001', 'DEFERRED').replace(/IF .* THEN (.*) END IF;/, '$1')),
    )
    await expect(database.db.lookups.countMiss('persona', 'plumber', new Date())).rejects.toThrow(
      /undid this each time/,
    )
    await database.close()
  })
})
