import { z } from 'zod'
import type { Session } from '../../src/db/connection/session.ts'

const columnsSchema = z.array(z.object({ table: z.string(), column: z.string() }))
const instantsSchema = z.array(z.object({ ms: z.string() }))

/** Every instant in Baton's tables as milliseconds since 1970, which no setting of a session changes: `Lead.receivedAt`, … */
export function instantsIn(session: Session): Promise<Record<string, string[]>> {
  return session.transaction(async (tx) => {
    const columns = columnsSchema.parse(await tx.rows(everyColumn))
    const instants: Record<string, string[]> = {}
    for (const { table, column } of columns) {
      const sql = `SELECT (extract(epoch FROM "${column}") * 1000)::bigint::text AS ms
        FROM "${table}" WHERE "${column}" IS NOT NULL ORDER BY 1`
      instants[`${table}.${column}`] = instantsSchema.parse(await tx.rows(sql)).map(({ ms }) => ms)
    }
    return instants
  })
}

const everyColumn = `
  SELECT table_name::text AS table, column_name::text AS column FROM information_schema.columns
  WHERE table_schema = 'public' AND data_type LIKE 'timestamp%' AND table_name <> '_prisma_migrations' ORDER BY 1, 2`
