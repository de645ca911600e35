import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { hostileToAnyVersion } from './hostile-settings.ts'
import { startPostgres, type PostgresServer } from './postgres-process.ts'

const home = '/usr/lib/postgresql'

/** Where Debian keeps the newest PostgreSQL with server and tools; `null` where there is none. */
export const systemTools: string | null = newest()

function newest(): string | null {
  const versions = existsSync(home) ? readdirSync(home).toSorted((a, b) => Number(b) - Number(a)) : []
  const folders = versions.map((version) => join(home, version, 'bin'))
  return (
    folders.find((bin) => ['initdb', 'postgres', 'pg_dump'].every((tool) => existsSync(join(bin, tool)))) ??
    null
  )
}

/** That server, in a folder of its own; for what needs PostgreSQL's own tools, which must be as new as the server. */
export const startSystemServer = (bin: string): Promise<PostgresServer> =>
  startPostgres(bin, { initdb: [], postgres: ['-c', 'fsync=off', ...hostileToAnyVersion] })
