import { PGlite } from '@electric-sql/pglite'
import { describe, expect, inject, it } from 'vitest'
import { migrate } from '../../../src/db/migrations/migrate.ts'
import { readMigrations } from '../../../src/db/migrations/migrations.ts'
import { openPgSession, pgliteSession, type Session } from '../../../src/db/connection/session.ts'
import { createDatabase } from '../../support/create-database.ts'

const migrations = await readMigrations()
const step = migrations.findIndex(({ name }) => name.endsWith('_rounds'))

const engines = [
  { name: 'PGlite', open: async () => pgliteSession(await PGlite.create()) },
  { name: 'PostgreSQL', open: async () => openPgSession(await createDatabase(inject('postgresUrl'))) },
]

/** Notices as an earlier version kept them; of the handoff `h` there are two cards, as it was moved. */
const old: [
  id: string,
  lane: string,
  content: { kind: string; handoffId?: string; [key: string]: unknown },
][] = [
  ['card-1', 'C0OLD', { kind: 'card', handoffId: 'h' }],
  ['update-1', 'C0OLD', { kind: 'card-update', handoffId: 'h' }],
  ['card-2', 'C0NEW', { kind: 'card', handoffId: 'h' }],
  ['thread-1', 'C0NEW', { kind: 'thread', handoffId: 'h', note: { type: 'accepted', by: 'U0ANNA' } }],
  ['orphan', 'C0NEW', { kind: 'card-update', handoffId: 'nobody' }],
  ['digest', 'C0DIGEST', { kind: 'digest', audience: 'marketing', week: '2026-W46' }],
  ['csv', 'C0DIGEST', { kind: 'digest-csv', audience: 'marketing', week: '2026-W46', below: 'digest' }],
]

describe.each(engines)('what notices are about, and hang below, on $name', ({ open }) => {
  it('stands in two columns after the upgrade, and nowhere else', async () => {
    const session = await open()
    await migrate(session, migrations.slice(0, step))
    await store(session)
    await migrate(session)
    expect(await stored(session)).toEqual([
      { id: 'card-1', about: 'h', below: null, content: { kind: 'card' } },
      { id: 'update-1', about: 'h', below: 'card-2', content: { kind: 'card-update' } },
      { id: 'card-2', about: 'h', below: null, content: { kind: 'card' } },
      {
        ...{ id: 'thread-1', about: 'h', below: 'card-2' },
        content: { kind: 'thread', note: { type: 'accepted', by: 'U0ANNA' } },
      },
      { id: 'orphan', about: 'nobody', below: null, content: { kind: 'card-update' } },
      {
        ...{ id: 'digest', about: null, below: null },
        content: { kind: 'digest', audience: 'marketing', week: '2026-W46' },
      },
      {
        ...{ id: 'csv', about: null, below: 'digest' },
        content: { kind: 'digest-csv', audience: 'marketing', week: '2026-W46' },
      },
    ])
    const lanes = await session.transaction(({ rows }) => rows('SELECT name, courier FROM "Lane"'))
    expect(lanes).toEqual([{ name: 'C0OLD', courier: 'slack' }])
  })
})

const store = (session: Session) =>
  session.transaction(async ({ rows }) => {
    await rows(`INSERT INTO "Lane" (name, "freeAt") VALUES ('C0OLD', now())`)
    for (const [id, lane, content] of old)
      await rows(
        `INSERT INTO "Notice" (id, lane, kind, content, "handoffId", "dueAt", "createdAt")
         VALUES ($1, $2, $3, $4, $5, now(), now())`,
        [id, lane, content.kind, JSON.stringify(content), content.handoffId ?? null],
      )
  })

const stored = (session: Session) =>
  session.transaction(({ rows }) => rows('SELECT id, about, below, content FROM "Notice" ORDER BY position'))
