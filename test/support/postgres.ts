import type { TestProject } from 'vitest/node'
import { openDatabase } from '../../src/db/open.ts'
import { migratedDatabase } from './migrated-database.ts'
import { startServer } from './postgres-server.ts'
import { connect } from '../../src/db/connection/connect.ts'

declare module 'vitest' {
  export interface ProvidedContext {
    /** The URL of the server, ending in a slash: a database's name is put behind it. */
    postgresUrl: string
  }
}

/** One real PostgreSQL server for the whole run, with a migrated database to copy. */
export default async function startPostgres(project: TestProject): Promise<() => Promise<void>> {
  const { url, stop } = await startServer()
  await prepareTemplate(url)
  project.provide('postgresUrl', url)
  return stop
}

async function prepareTemplate(serverUrl: string): Promise<void> {
  const client = await connect(`${serverUrl}postgres`)
  await client.query(`CREATE DATABASE ${migratedDatabase}`)
  await client.end()
  const url = `${serverUrl}${migratedDatabase}`
  await (await openDatabase({ url, dataDir: '', now: () => new Date() })).close()
}
