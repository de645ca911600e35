import { mkdir, stat } from 'node:fs/promises'
import { createServer, type Server } from 'node:net'
import { createHash } from 'node:crypto'
import { join, resolve } from 'node:path'

/** A second process opened the folder of a running one; its sentence tells what to do. */
export class DatabaseInUseError extends Error {
  override name = 'DatabaseInUseError'
}

export interface Lock {
  release(): Promise<void>
}

/**
 * Keeps a second process out of a data folder. The lock is a listening local socket: the system releases it when
 * its process dies, however it dies, so that nothing stale can be left behind.
 */
export async function lockFolder(folder: string): Promise<Lock> {
  await mkdir(folder, { recursive: true })
  const server = createServer((socket) => socket.destroy())
  await listen(server, await addressFor(folder), folder)
  server.unref()
  return { release: () => new Promise((done) => server.close(() => done())) }
}

function listen(server: Server, address: Address, folder: string): Promise<void> {
  return new Promise((done, failed) => {
    server.once('error', (cause: NodeJS.ErrnoException) => {
      failed(cause.code === 'EADDRINUSE' ? new DatabaseInUseError(inUse(folder), { cause }) : cause)
    })
    server.listen({ ...address, exclusive: true }, done)
  })
}

type Address = { path: string } | { port: number; host: string }

/**
 * Linux: a socket in the abstract namespace. Windows: a named pipe. Both vanish with their process.
 * Elsewhere a socket file would outlive a killed process, so a loopback port derived from the folder serves.
 */
async function addressFor(folder: string): Promise<Address> {
  const { dev, ino } = await stat(folder)
  const name = `baton-${dev}-${ino}`
  if (process.platform === 'linux') return { path: `\0${name}` }
  const digest = createHash('sha256')
    .update(`${name}:${resolve(folder)}`)
    .digest()
  if (process.platform === 'win32')
    return { path: join('\\\\.\\pipe', `baton-${digest.toString('hex', 0, 12)}`) }
  return { host: '127.0.0.1', port: 20_000 + (digest.readUInt16BE(0) % 12_000) }
}

function inUse(folder: string): string {
  return (
    `Another Baton is already running on the data folder ${resolve(folder)}. ` +
    'Stop it first, choose another DATA_DIR, or set DATABASE_URL to a PostgreSQL server, which any number may share.'
  )
}
