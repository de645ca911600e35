import type { Client } from 'pg'
import { canaries } from './canaries.ts'
import { createDatabase } from './create-database.ts'
import { connect } from '../../src/db/connection/connect.ts'

export interface CanaryDatabase {
  url: string
  /** The same with another password. */
  as(password: string): string
  client: Client
}

/** A database of its own, whose user has a password that nobody may read. */
export async function aCanaryDatabase(serverUrl: string): Promise<CanaryDatabase> {
  const url = await createDatabase(serverUrl)
  const client = await connect(url)
  await client.query(`DO $$ BEGIN CREATE ROLE canary SUPERUSER LOGIN PASSWORD '${canaries.databasePassword}';
    EXCEPTION WHEN duplicate_object OR unique_violation THEN NULL; END $$`)
  const as = (password: string) => url.replace(/\/\/[^@]*@/, `//canary:${password}@`)
  return { url: as(canaries.databasePassword), as, client }
}

/** From now on writing to that table fails, with the row in the error: as a database tells of a broken rule. */
export const breakTable = (table: string) => `
  CREATE OR REPLACE FUNCTION refuse() RETURNS trigger AS $$ BEGIN RAISE EXCEPTION 'not this: %', row_to_json(NEW); END $$ LANGUAGE plpgsql;
  CREATE TRIGGER refuse BEFORE INSERT OR UPDATE ON "${table}" FOR EACH ROW EXECUTE FUNCTION refuse();`
export const mendTable = (table: string) => `DROP TRIGGER refuse ON "${table}"`
