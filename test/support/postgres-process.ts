import { execFile, spawn, type ChildProcess } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { promisify } from 'node:util'
import { Client } from 'pg'
import { endsWithUs, gone, guarded, hasEnded } from './child.ts'
import { freePort } from './free-port.ts'
import { reachable } from './postgres-programs.ts'
import { commandOf, handOver, roomFor, serverUser, type ServerUser } from './server-user.ts'

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

/** How it is made and run, beside what every server of the tests has. */
export interface Flags {
  initdb?: string[]
  postgres?: string[]
}

interface Cluster {
  bin: string
  user: ServerUser
  room: string
  dataDir: string
  password: string
  flags: Flags
}

/**
 * A PostgreSQL server in a folder of its own, from the programs in that one.
 * @throws Error that says what is missing
 */
export async function startPostgres(programs: string, flags: Flags = {}): Promise<PostgresServer> {
  const user = serverUser()
  const room = await roomFor(user)
  try {
    const bin = await reachable(programs, room, user)
    const [dataDir, password] = [join(room, 'data'), randomBytes(16).toString('hex')]
    const cluster = { bin, user, room, dataDir, password, flags }
    await initialise(cluster)
    return await running(cluster)
  } catch (error) {
    await rm(room, { recursive: true, force: true })
    throw error
  }
}

/** The user's own environment could change what the server is like. */
const env = { PATH: process.env['PATH'], LC_ALL: 'C' }

async function initialise({ bin, user, room, dataDir, password, flags }: Cluster): Promise<void> {
  const secret = join(room, 'password')
  await writeFile(secret, password, { mode: 0o600 })
  await handOver(secret, user)
  const own = ['-D', dataDir, '-U', 'postgres', '--auth=password', `--pwfile=${secret}`, '--no-sync']
  const args = [...own, '-E', 'UTF8', '--locale=C', ...(flags.initdb ?? [])]
  await promisify(execFile)(...commandOf(join(bin, 'initdb'), args, user), { ...user.ids, cwd: room, env })
  await rm(secret)
}

async function running(cluster: Cluster): Promise<PostgresServer> {
  const { password, dataDir, room } = cluster
  let { port, server } = await onFreePort(cluster)
  const halt = async () => {
    if (!hasEnded(server)) server.kill('SIGINT')
    await gone(server)
  }
  const resume = async () => void (server = await started(cluster, port))
  const stop = async () => {
    await halt()
    await rm(room, { recursive: true, force: true })
  }
  return { url: urlOf(password, port), dataDir, halt, resume, stop }
}

/** Whoever runs beside us may take the port before the server does. */
async function onFreePort(cluster: Cluster): Promise<{ port: number; server: ChildProcess }> {
  for (let tries = 1; ; tries++) {
    const port = await freePort()
    try {
      return { port, server: await started(cluster, port) }
    } catch (error) {
      if (tries === 5 || !String(error).includes('could not bind')) throw error
    }
  }
}

async function started(cluster: Cluster, port: number): Promise<ChildProcess> {
  const { bin, user, room, dataDir, flags } = cluster
  // Over no socket of Unix: its path may have 107 bytes, and a temporary folder more.
  const place = ['-D', dataDir, '-p', String(port), '-h', '127.0.0.1', '-c', 'unix_socket_directories=']
  const args = [...place, ...(flags.postgres ?? [])]
  const [command, all] = commandOf(join(bin, 'postgres'), args, user)
  const server = guarded(
    spawn(command, all, { ...user.ids, cwd: room, env, stdio: ['ignore', 'ignore', 'pipe'] }),
  )
  endsWithUs(server, 'SIGINT')
  let said = ''
  server.stderr.on('data', (chunk: Buffer) => (said = (said + chunk.toString()).slice(-4_000)))
  await answers(urlOf(cluster.password, port), server).catch((cause: unknown) => {
    throw new Error(`PostgreSQL did not start: ${said}`, { cause })
  })
  return server
}

async function answers(url: string, server: ChildProcess): Promise<void> {
  for (;;) {
    if (hasEnded(server)) throw new Error(`it ended with ${server.exitCode ?? server.signalCode}`)
    const client = new Client({ connectionString: `${url}postgres`, connectionTimeoutMillis: 5_000 })
    try {
      await client.connect()
      return
    } catch {
      // Not yet: it has just been started.
      await sleep(20)
    } finally {
      await client.end()
    }
  }
}

const urlOf = (password: string, port: number) => `postgresql://postgres:${password}@127.0.0.1:${port}/`
