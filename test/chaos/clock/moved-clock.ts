import { once } from 'node:events'
import { createServer, type AddressInfo, type Socket } from 'node:net'
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
  let aheadMs = startsAt.getTime() - Date.now()
  const sockets = new Set<Socket>()
  const server = createServer((socket) => {
    sockets.add(socket)
    // A bot that is killed leaves its end without a word.
    socket.on('error', () => socket.destroy()).on('close', () => sockets.delete(socket))
    socket.write(`${aheadMs}\n`)
  }).listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  return {
    now: () => new Date(Date.now() + aheadMs),
    set: (instant) => {
      aheadMs = instant.getTime() - Date.now()
      for (const socket of sockets) socket.write(`${aheadMs}\n`)
    },
    environment: { CHAOS_CLOCK_PORT: String(port) },
    hook: fileURLToPath(new URL('./clock-hook.ts', import.meta.url)),
    [Symbol.asyncDispose]: async () => {
      for (const socket of sockets) socket.destroy()
      server.close()
      await once(server, 'close')
    },
  }
}
