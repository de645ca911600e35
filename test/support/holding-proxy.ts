import { once } from 'node:events'
import { connect, createServer, type AddressInfo, type Socket } from 'node:net'
import { setTimeout as sleep } from 'node:timers/promises'

/** Stands between one client and a PostgreSQL server, and can keep back what the server says. */
export interface HoldingProxy extends AsyncDisposable {
  /** The server's URL, by way of the proxy. */
  url: string
  /** From now on, until the server ends the connection: all that it said then arrives at one blow. */
  hold(): void
  /** Resolves when the server has answered a query, and the answer is held. */
  answered(): Promise<void>
}

export async function holdBack(serverUrl: string): Promise<HoldingProxy> {
  const server = new URL(serverUrl)
  let held: Buffer[] | null = null
  const clients = new Set<Socket>()
  const proxy = createServer((client) => {
    clients.add(client)
    const upstream = connect(Number(server.port), server.hostname)
    client.on('error', () => upstream.destroy()).pipe(upstream)
    upstream.on('error', () => client.destroy())
    upstream.on('data', (chunk) => void (held ? held.push(chunk) : client.write(chunk)))
    upstream.on('end', () => {
      client.end(Buffer.concat(held ?? []))
      held = null
    })
  })
  await once(proxy.listen(0, '127.0.0.1'), 'listening')
  const url = new URL(serverUrl)
  url.port = String(portOf(proxy.address()))
  return {
    url: url.href,
    hold: () => void (held = []),
    answered: async () => {
      while (!Buffer.concat(held ?? []).includes(readyForQuery)) await sleep(5)
    },
    [Symbol.asyncDispose]: async () => {
      for (const client of clients) client.destroy()
      proxy.close()
      await once(proxy, 'close')
    },
  }
}

/** @see https://www.postgresql.org/docs/current/protocol-message-formats.html: ReadyForQuery, idle */
const readyForQuery = Buffer.from('Z\0\0\0\x05I', 'latin1')

function portOf(address: AddressInfo | string | null): number {
  if (address === null || typeof address === 'string') throw new Error('the proxy has no port')
  return address.port
}
