import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { PGlite } from '@electric-sql/pglite'
import { describe, expect, it, vi } from 'vitest'
import { defaultDefinitions, defaultPersonas, defaultPlaybook, seed } from '../../../prisma/seed.ts'
import { assemblePglite } from '../../../src/db/open.ts'
import { loggable as describeError } from '../../../src/flows/errors/loggable.ts'
import { OutdatedError } from '../../../src/ports/conflict-error.ts'
import type { Stores } from '../../../src/ports/database.ts'
import { UnreadableError } from '../../../src/flows/errors/unreadable-error.ts'
import { places } from '../../support/open-places.ts'

const at = new Date('2026-11-18T08:03:00Z')
const now = () => at
const olga = { author: 'Olga', at }
const fixtures = join(import.meta.dirname, '../../fixtures/documents')
const [persona] = defaultPersonas
const [definition] = defaultDefinitions
if (!persona || !definition) throw new Error('the seed is empty')

/** Each kind of document: its table, and how the next version of the same one is added and read. */
const kinds = [
  {
    ...{ table: 'Playbook', row: 'version', where: 'version = 1' },
    add: ({ playbooks }: Stores, basedOn: number) => playbooks.add(defaultPlaybook, { ...olga, basedOn }),
    version: ({ playbooks }: Stores) => playbooks.version(),
    read: async ({ playbooks }: Stores) => (await playbooks.current()).document.zone,
    break: `jsonb_set(document, '{zone}', '7')`,
    path: 'zone',
  },
  {
    ...{ table: 'Persona', row: `${persona.key} version`, where: `key = '${persona.key}' AND version = 1` },
    add: ({ personas }: Stores, basedOn: number) => personas.add(persona, { ...olga, basedOn }),
    version: async ({ personas }: Stores) => (await personas.versions()).get(persona.key),
    read: async ({ personas }: Stores) => (await personas.all()).length,
    break: `jsonb_set(document, '{use,questions}', '[7]')`,
    path: 'use.questions[0]',
  },
  {
    ...{ table: 'Definition', row: `${definition.key} version`, where: `key = '${definition.key}'` },
    add: ({ definitions }: Stores, basedOn: number) => definitions.add(definition, { ...olga, basedOn }),
    version: async ({ definitions }: Stores) => (await definitions.versions()).get(definition.key),
    read: async ({ definitions }: Stores) => (await definitions.all()).length,
    break: `document || '{"termm": "x"}'`,
    path: 'the whole',
  },
]

describe.each(places)('the versions of documents on $name', ({ open }) => {
  it.each(kinds)(
    'of $table: one of several at once wins, and what is outdated is refused',
    async ({ add, version }) => {
      await using place = await open(now)
      const { db } = place.database
      await seed(db, at)
      const results = await Promise.allSettled([add(db, 1), add(db, 1), add(db, 1)])
      expect(results.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
      expect(await version(db)).toBe(2)
      for (const basedOn of [0, 1, 3, 7]) await expect(add(db, basedOn)).rejects.toBeInstanceOf(OutdatedError)
      await add(db, 2)
      expect(await version(db)).toBe(3)
    },
  )

  it.each(kinds)(
    'of $table: what somebody broke is told with its place and path, and the start writes over none',
    async (kind) => {
      await using place = await open(now)
      await seed(place.database.db, at)
      await place.type(`UPDATE "${kind.table}" SET document = ${kind.break} WHERE ${kind.where}`)
      const { db } = await place.again()
      const error: unknown = await kind.read(db).catch((thrown: unknown) => thrown)
      expect(error).toBeInstanceOf(UnreadableError)
      expect(String(error)).toContain(
        `In the database, ${kind.table} ${kind.row} 1 can’t be read: ${kind.path}: `,
      )
      expect(describeError(error)).toBe(String(error))
      await seed(db, at)
      expect(await kind.version(db)).toBe(1)
      await place.type(`UPDATE "${kind.table}" SET format = 99 WHERE ${kind.where}`)
      await expect(kind.read(db)).rejects.toThrow('format 99 is of a newer version of Baton')
    },
  )

  it('reads what an earlier format left, and writes today’s', async () => {
    await using place = await open(now)
    const { db } = place.database
    const old = (await readFile(join(fixtures, 'playbook-1.json'), 'utf8')).replaceAll("'", "''")
    await place.type(
      `INSERT INTO "Playbook" (version, document, author, "createdAt") VALUES (1, '${old}', 'Olga', now())`,
    )
    const { document } = await db.playbooks.current()
    expect(document.scoring.rules[0]?.id).toBe('asked-for-a-demo')
    await db.playbooks.add(document, { ...olga, basedOn: 1 })
    await place.type(`DO $$ BEGIN ASSERT (SELECT format = 2 FROM "Playbook" WHERE version = 2); END $$`)
    expect(await (await place.again()).db.playbooks.current()).toMatchObject({ version: 2, document })
  })

  it('remembers nothing of a transaction that was undone', async () => {
    await using place = await open(now)
    const { db } = place.database
    await seed(db, at)
    const undone = db.transaction(async (stores) => {
      await stores.playbooks.add({ ...defaultPlaybook, language: 'de' }, { ...olga, basedOn: 1 })
      expect((await stores.playbooks.current()).document.language).toBe('de')
      throw new Error('undone')
    })
    await expect(undone).rejects.toThrow('undone')
    await db.playbooks.add(defaultPlaybook, { ...olga, basedOn: 1 })
    expect(await db.playbooks.current()).toMatchObject({ version: 2, document: { language: 'en' } })
  })

  it('gives nobody a document that another could change', async () => {
    await using place = await open(now)
    await seed(place.database.db, at)
    const { document } = await place.database.db.playbooks.current()
    expect(() => document.reasons.pop()).toThrow(TypeError)
  })
})

it('asks once for a version, and then only which one is the newest', async () => {
  const pglite = await PGlite.create()
  const { db, close } = await assemblePglite(pglite, now)
  await seed(db, at)
  const statements = vi.spyOn(pglite, 'query')
  const countOf = async (work: () => Promise<unknown>) => {
    statements.mockClear()
    await work()
    return statements.mock.calls.length
  }
  for (const read of [() => db.playbooks.current(), () => db.personas.all(), () => db.definitions.all()]) {
    expect(await countOf(read)).toBe(2)
    expect(await countOf(read)).toBe(1)
  }
  await db.personas.add(persona, { ...olga, basedOn: 1 })
  const asked = await countOf(() => db.personas.all())
  expect(asked).toBe(2)
  expect(statements.mock.calls.at(-1)?.[1]).toEqual(expect.arrayContaining([persona.key, 2]))
  await close()
})
