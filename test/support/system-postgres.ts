import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, readdirSync } from 'node:fs'
import { chown, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Client } from 'pg'
import { freePort } from './free-port.ts'

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
export async function startSystemServer(bin: string): Promise<{ url: string; stop: () => Promise<void> }> {
  const folder = await mkdtemp(join(tmpdir(), 'baton-system-postgres-'))
  const user = await unprivileged(folder)
  const data = join(folder, 'data')
  const port = await freePort()
  const initdb = ['-D', data, '-U', 'postgres', '--auth=trust', '-E', 'UTF8', '--locale=C', '--no-sync']
  await ended(spawn(join(bin, 'initdb'), initdb, { ...user, stdio: 'ignore' }))
  const flags = ['-D', data, '-p', String(port), '-k', folder, '-h', '127.0.0.1', '-F']
  const server = spawn(join(bin, 'postgres'), flags, { ...user, stdio: 'ignore' })
  const url = `postgresql://postgres@127.0.0.1:${port}/`
  await answers(url, server)
  const stop = async () => {
    server.kill('SIGINT')
    await once(server, 'exit')
    await rm(folder, { recursive: true, force: true })
  }
  return { url, stop }
}

/** PostgreSQL refuses to run as root: then it is nobody's. */
async function unprivileged(folder: string): Promise<{ uid?: number; gid?: number }> {
  if (process.getuid?.() !== 0) return {}
  const nobody = { uid: 65_534, gid: 65_534 }
  await chown(folder, nobody.uid, nobody.gid)
  return nobody
}

async function ended(child: ChildProcess): Promise<void> {
  await once(child, 'exit')
  if (child.exitCode !== 0) throw new Error(`${child.spawnfile} ended with ${child.exitCode}`)
}

async function answers(url: string, server: ChildProcess): Promise<void> {
  for (;;) {
    if (server.exitCode !== null) throw new Error(`postgres ended with ${server.exitCode}`)
    const client = new Client({ connectionString: `${url}postgres` })
    try {
      await client.connect()
      return
    } catch {
      // Not yet: it has just been started.
      await new Promise((done) => setTimeout(done, 100))
    } finally {
      await client.end()
    }
  }
}
