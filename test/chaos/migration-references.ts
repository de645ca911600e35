import { migrate } from '../../src/db/migrations/migrate.ts'
import { readMigrations } from '../../src/db/migrations/migrations.ts'
import { openPgSession } from '../../src/db/connection/session.ts'
import { look, type Held } from './migrated.ts'
import { prepared } from './migrating-bot.ts'
import type { RigOptions } from './rig.ts'

/** What databases look like that nobody interrupted. */
export interface References {
  /** Migrated in one go from where so many migrations had been applied. */
  whole(from: number): Promise<Held>
  /** Whether this is the schema before, between, or after the migrations. */
  isBoundary(schema: string): Promise<boolean>
}

export function openReferences(options: Pick<RigOptions, 'database'>): References {
  const known = new Map<string, Promise<Held>>()
  const kept = (from: number, to?: number) => {
    const key = `${from} ${to}`
    const held = known.get(key) ?? uninterrupted(options, from, to)
    known.set(key, held)
    return held
  }
  return {
    whole: (from) => kept(from),
    isBoundary: async (schema) => {
      const count = (await readMigrations()).length
      const steps = Array.from({ length: count }, (_, index) => kept(0, index + 1))
      const schemas = (await Promise.all(steps)).map((held) => held.schema)
      return ['[]', ...schemas].includes(schema)
    },
  }
}

async function uninterrupted(
  options: Pick<RigOptions, 'database'>,
  from: number,
  to?: number,
): Promise<Held> {
  const settings = await prepared(options, { engine: 'PostgreSQL', from })
  {
    await using session = await openPgSession(settings['DATABASE_URL'] ?? '')
    await migrate(session, (await readMigrations()).slice(0, to))
  }
  return look(settings)
}
