import { PGlite } from '@electric-sql/pglite'
import { join } from 'node:path'
import { z } from 'zod'
import { openPgSession, pgliteSession, type Session } from '../../src/db/connection/session.ts'
import { schemaOf } from '../support/schema-of.ts'

/** What a database holds: its schema, what Baton kept of the time before, and how often each migration was applied. */
export interface Held {
  schema: string
  data: string
  applied: string[]
}

const rowsSchema = z.array(z.object({ line: z.string() }))

/** Looks into a database while no bot has it. */
export async function look(settings: Record<string, string>): Promise<Held> {
  const { DATABASE_URL: url, DATA_DIR: folder = '' } = settings
  if (url === undefined) {
    await using parts = new AsyncDisposableStack()
    const pglite = await PGlite.create(join(folder, 'pglite'))
    parts.defer(() => pglite.close())
    return await lookWith(pgliteSession(pglite))
  }
  await using session = await openPgSession(url)
  return await lookWith(session)
}

async function lookWith(session: Session): Promise<Held> {
  const schema = JSON.stringify(await schemaOf(session))
  const isThere = schema.includes('_prisma_migrations.')
  const applied = isThere ? await lines(session, history) : []
  const data = isThere && schema.includes('LeadEvent.') ? (await lines(session, content)).join('\n') : ''
  return { schema, data, applied }
}

async function lines(session: Session, sql: string): Promise<string[]> {
  const rows = await session.transaction(async (tx) => {
    await tx.run("SET LOCAL TIME ZONE 'UTC'")
    return tx.rows(sql)
  })
  return rowsSchema.parse(rows).map(({ line }) => line)
}

const history = `SELECT migration_name AS line FROM "_prisma_migrations" ORDER BY 1`

/** Rows that a bot which starts leaves as they are; what it shows in Slack and counts anew is not among them. */
const content = ['Lead', 'LeadEvent', 'Receipt', 'Playbook', 'Persona', 'LookupMiss']
  .map(
    (table) => `SELECT md5(string_agg(t::text, ';' ORDER BY t::text COLLATE "C")) AS line FROM "${table}" t`,
  )
  .concat(
    `SELECT md5(string_agg(to_jsonb(t)::text, ';' ORDER BY week)) AS line FROM "DigestRun" t WHERE week = '2026-W46'`,
    `SELECT md5(string_agg((to_jsonb(t) - 'cardTs')::text, ';' ORDER BY id)) AS line FROM "Handoff" t`,
  )
  .map((select) => `SELECT coalesce(line, 'nothing') AS line FROM (${select}) s`)
  .join(' UNION ALL ')
