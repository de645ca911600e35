import { chmod, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { EmbeddedPostgres } from './embedded-postgres.ts'
import { freePort } from './free-port.ts'

export interface PostgresServer {
  /** Ends in a slash. */
  url: string
  /** Holds its files, `postmaster.pid` among them. */
  dataDir: string
  /** Away as after `pg_ctl stop`, until it is resumed. */
  halt(): Promise<void>
  resume(): Promise<void>
  /** For good; its folder is removed. */
  stop(): Promise<void>
}

/** A real PostgreSQL server in a folder of its own. */
export async function startServer(): Promise<PostgresServer> {
  const folder = await mkdtemp(join(tmpdir(), 'baton-postgres-'))
  // As root the server runs as a user of its own, who must get in.
  await chmod(folder, 0o755)
  const [dataDir, port] = [join(folder, 'data'), await freePort()]
  const errors: string[] = []
  const server = new EmbeddedPostgres({
    databaseDir: dataDir,
    port,
    persistent: true,
    createPostgresUser: process.getuid?.() === 0,
    postgresFlags: ['-c', 'fsync=off', '-c', 'max_connections=200'],
    onLog: () => undefined,
    onError: (message) => void errors.push(String(message)),
  })
  try {
    await server.initialise()
    await server.start()
  } catch (cause) {
    throw new Error(`PostgreSQL did not start: ${errors.join('\n')}`, { cause })
  }
  const stop = async () => {
    await server.stop()
    await rm(folder, { recursive: true, force: true })
  }
  const [halt, resume] = [() => server.stop(), () => server.start()]
  return { url: `postgresql://postgres:password@127.0.0.1:${port}/`, dataDir, halt, resume, stop }
}
