import { execFileSync } from 'node:child_process'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { Client } from 'pg'
import type { PostgresServer } from '../support/postgres-server.ts'

export const outages = ['stopped', 'killed', 'hanging'] as const
export type Outage = (typeof outages)[number]

/** Takes the server away for so long, and gives back when it took connections again (as `performance.now()`). */
export async function outage(server: PostgresServer, kind: Outage, ms: number): Promise<number> {
  if (kind === 'hanging') return hang(server, ms)
  if (kind === 'stopped') await server.halt()
  else process.kill(await pidOf(server), 'SIGKILL')
  await sleep(ms)
  await resumed(server)
  return accepting(server)
}

/** The server and all its processes stand still; connections stay open, and nothing comes back. */
async function hang(server: PostgresServer, ms: number): Promise<number> {
  const pid = await pidOf(server)
  const children = execFileSync('pgrep', ['-P', String(pid)], { encoding: 'utf8' })
    .trim()
    .split('\n')
  const all = [pid, ...children.map(Number)]
  for (const one of all) process.kill(one, 'SIGSTOP')
  await sleep(ms)
  for (const one of all) process.kill(one, 'SIGCONT')
  return performance.now()
}

async function pidOf({ dataDir }: PostgresServer): Promise<number> {
  const file = await readFile(join(dataDir, 'postmaster.pid'), 'utf8')
  return Number(file.split('\n')[0])
}

/** A server that was killed starts when the last of its processes has noticed. */
async function resumed(server: PostgresServer): Promise<void> {
  for (let tries = 0; ; tries++) {
    try {
      return await server.resume()
    } catch (error) {
      if (tries === 20) throw new Error('PostgreSQL did not start again', { cause: error })
      await sleep(250)
    }
  }
}

async function accepting({ url }: PostgresServer): Promise<number> {
  for (;;) {
    const client = new Client({ connectionString: `${url}postgres` })
    try {
      await client.connect()
      return performance.now()
    } catch {
      await sleep(10)
    } finally {
      await client.end().catch(() => 'it was never connected')
    }
  }
}
