import { once } from 'node:events'
import { createServer } from 'node:net'
import type { AddressInfo } from 'node:net'

/** A port that nobody listens on at this moment. */
export async function freePort(): Promise<number> {
  const server = createServer()
  await once(server.listen(0, '127.0.0.1'), 'listening')
  // A server that listens on a port has an address with that port.
  const { port } = server.address() as AddressInfo
  await new Promise((done) => server.close(done))
  return port
}
