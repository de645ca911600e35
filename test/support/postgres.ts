import type { TestProject } from 'vitest/node'
import { startServer } from './postgres-server.ts'

declare module 'vitest' {
  export interface ProvidedContext {
    /** The URL of the server, ending in a slash: a database's name is put behind it. */
    postgresUrl: string
  }
}

/** One real PostgreSQL server for the whole run. */
export default async function startPostgres(project: TestProject): Promise<() => Promise<void>> {
  const { url, stop } = await startServer()
  project.provide('postgresUrl', url)
  return stop
}
