import { hostile } from './hostile-settings.ts'
import { startPostgres, type PostgresServer } from './postgres-process.ts'
import { packagedPrograms } from './postgres-programs.ts'

export type { PostgresServer } from './postgres-process.ts'

/** A real PostgreSQL server, from npm, in a folder of its own. */
export const startServer = (): Promise<PostgresServer> =>
  startPostgres(packagedPrograms(), {
    initdb: [],
    postgres: ['-c', 'fsync=off', '-c', 'max_connections=200', ...hostile],
  })
