import { once } from 'node:events'
import { closeSync, openSync, writeSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { createServer, type AddressInfo, type Socket } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

/** A clock that every process of a rig goes by, and that the rig sets. */
export interface MovedClock extends AsyncDisposable {
  now(): Date
  /** Sets it, in every process at once; from there it runs on as clocks do. */
  set(instant: Date): void
  /** What a bot needs in its environment, beside the hook. */
  environment: Record<string, string>
  hook: string
}

export async function openMovedClock(startsAt: Date): Promise<MovedClock> {
  const folder = await mkdtemp(join(tmpdir(), 'baton-clock-'))
  const path = join(folder, 'ahead-ms')
  const file = openSync(path, 'w')
  const ahead = new Float64Array(1)
  const point = (instant: Date): void => {
    ahead[0] = instant.getTime() - Date.now()
    writeSync(file, ahead, 0, ahead.byteLength, 0)
  }
  point(startsAt)
  const sockets = new Set<Socket>()
  const server = createServer((socket) => {
    sockets.add(socket)
    // A bot that is killed leaves its end without a word.
    socket.on('error', () => socket.destroy()).on('close', () => sockets.delete(socket))
    socket.write('here\n')
  }).listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  return {
    now: () => new Date(Date.now() + (ahead[0] ?? 0)),
    set: (instant) => {
      point(instant)
      for (const socket of sockets) socket.write('set\n')
    },
    environment: { CHAOS_CLOCK_FILE: path, CHAOS_CLOCK_PORT: String(port) },
    hook: fileURLToPath(new URL('./clock-hook.ts', import.meta.url)),
    [Symbol.asyncDispose]: async () => {
      for (const socket of sockets) socket.destroy()
      server.close()
      await once(server, 'close')
      closeSync(file)
      await rm(folder, { recursive: true })
    },
  }
}
