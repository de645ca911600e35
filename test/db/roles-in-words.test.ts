import { PGlite } from '@electric-sql/pglite'
import * as fc from 'fast-check'
import { describe, expect, inject, it } from 'vitest'
import { z } from 'zod'
import { migrate } from '../../src/db/migrations/migrate.ts'
import { readMigrations } from '../../src/db/migrations/migrations.ts'
import { openPgSession, pgliteSession, type Session } from '../../src/db/connection/session.ts'
import { barrierTo, permissions, type Right } from '../../src/domain/people/permissions.ts'
import type { Person, RoleName } from '../../src/domain/people/person.ts'
import { rolesSchema } from '../../src/domain/people/roles.ts'
import { createDatabase } from '../support/create-database.ts'

/** Roles as playbooks held them before: with nobody named, a role was open where it came first. */
type OldRoles = Record<RoleName, { groups: string[]; users: string[] }>

const list = (ids: string[]) => fc.subarray(ids)
const role = fc.record({ groups: list(['S0ONE', 'S0TWO']), users: list(['U0ANNA', 'U0BEN']) })
const oldRoles: fc.Arbitrary<OldRoles> = fc.record({
  ...{ sales: role, marketing: role, managers: role, operations: role },
})
const documents = fc.sample(oldRoles, { seed: 22, numRuns: 300 })

const people: Person[] = (['member', 'guest', 'stranger', 'bot', 'deleted'] as const).flatMap((kind) =>
  ['U0ANNA', 'U0CARLA'].flatMap((id) =>
    [[], ['S0ONE'], ['S0OTHER', 'S0TWO']].map((groups) => ({
      ...{ id, name: id, language: 'en' as const, zone: 'UTC', kind, isAdmin: true, groups },
    })),
  ),
)
const rights = Object.keys(permissions) as Right[]

/** The rule as it was before the migration. */
function oldBarrier(person: Person, right: Right, roles: OldRoles): string | null {
  const kinds: readonly Person['kind'][] = permissions[right].kinds
  const anyOf: readonly RoleName[] = permissions[right].roles
  if (!kinds.includes(person.kind)) return person.kind
  if (anyOf.length === 0) return null
  const opens = anyOf.some((name, index) => {
    const { groups, users } = roles[name]
    if (groups.length + users.length === 0) return index === 0
    return users.includes(person.id) || groups.some((group) => person.groups.includes(group))
  })
  return opens ? null : 'role'
}

const migrations = await readMigrations()
const step = migrations.findIndex(({ name }) => name.endsWith('roles_in_words'))

const engines = [
  { name: 'PGlite', open: async () => pgliteSession(await PGlite.create()) },
  { name: 'PostgreSQL', open: async () => openPgSession(await createDatabase(inject('postgresUrl'))) },
]

describe.each(engines)('roles in words on $name', ({ open }) => {
  it('mean in every version of a stored playbook what they meant before, for everybody and every right', async () => {
    const session: Session = await open()
    await migrate(session, migrations.slice(0, step))
    await store(session)
    await migrate(session)
    const migrated = await stored(session)
    expect(migrated).toHaveLength(documents.length)
    for (const [index, roles] of documents.entries()) {
      const after = rolesSchema.parse(migrated[index])
      for (const person of people)
        for (const right of rights)
          expect([right, person, after, barrierTo(person, right, after)]).toEqual([
            ...[right, person, after, oldBarrier(person, right, roles)],
          ])
    }
  })
})

const store = (session: Session) =>
  session.transaction(async ({ rows }) => {
    for (const [index, roles] of documents.entries())
      await rows(`INSERT INTO "Playbook" VALUES ($1, $2, 'Olga', now())`, [
        index + 1,
        JSON.stringify({ language: 'en', roles }),
      ])
  })

const rowSchema = z.object({ document: z.object({ language: z.literal('en'), roles: z.unknown() }) })

const stored = (session: Session) =>
  session.transaction(async ({ rows }) =>
    (await rows('SELECT document FROM "Playbook" ORDER BY version')).map(
      (row) => rowSchema.parse(row).document.roles,
    ),
  )
