import type { Session } from '../../src/db/connection/session.ts'

/** Every column, index and constraint of Baton's tables, in words that can be compared. */
export function schemaOf(session: Session): Promise<unknown[]> {
  return session.transaction((tx) => tx.rows(statement))
}

const statement = `
  SELECT format('%s.%s %s %s %s', table_name, column_name, udt_name, is_nullable, column_default) AS line
    FROM information_schema.columns WHERE table_schema = current_schema()
  UNION ALL SELECT indexdef FROM pg_indexes WHERE schemaname = current_schema()
  UNION ALL SELECT format('%s %s %s', conrelid::regclass, conname, pg_get_constraintdef(oid))
    FROM pg_constraint WHERE connamespace = current_schema()::regnamespace AND contype <> 'n'
  ORDER BY 1`
