import { once } from 'node:events'
import { connect, createServer, type AddressInfo, type Socket } from 'node:net'

/**
 * Stands before a PostgreSQL server as a pooler that gives each transaction another session: what was set in one is not
 * found in the next. Here the statement that sets it is blanked on its way.
 */
export async function forgetfulPooler(serverUrl: string): Promise<AsyncDisposable & { url: string }> {
  const { port, hostname } = new URL(serverUrl)
  const clients = new Set<Socket>()
  const pooler = createServer((client) => {
    clients.add(client)
    const upstream = connect(Number(port), hostname)
    client.on('error', () => upstream.destroy()).on('end', () => upstream.end())
    client.on('data', (chunk) => void upstream.write(withoutSettings(chunk)))
    upstream.on('error', () => client.destroy()).pipe(client)
  })
  await once(pooler.listen(0, '127.0.0.1'), 'listening')
  const url = Object.assign(new URL(serverUrl), { port: String(portOf(pooler.address())) }).href
  return {
    url,
    [Symbol.asyncDispose]: async () => {
      for (const client of clients) client.destroy()
      pooler.close()
      await once(pooler, 'close')
    },
  }
}

/** A simple query: its kind, its length and the statement, which keeps its length. */
function withoutSettings(message: Buffer): Buffer {
  if (!message.includes('set_config')) return message
  const end = message.length - 1
  return Buffer.concat([
    message.subarray(0, 5),
    Buffer.from('SELECT 1'.padEnd(end - 5)),
    message.subarray(end),
  ])
}

function portOf(address: AddressInfo | string | null): number {
  if (address === null || typeof address === 'string') throw new Error('the pooler has no port')
  return address.port
}
