import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'

type Serve = (exchange: { request: IncomingMessage; response: ServerResponse }) => Promise<void>

export interface OpenServer {
  url: string
  server: Server
  close(): Promise<void>
}

/**
 * Listens on this machine alone. An error while answering is answered with 500 and its message, so that a bug of the
 * sandbox is seen where it happens.
 * @throws Error when the port is taken
 */
export async function openServer(port: number, serve: Serve): Promise<OpenServer> {
  const server = createServer((request, response) => {
    serve({ request, response }).catch((error: unknown) => {
      if (!response.headersSent) response.writeHead(500)
      response.end(error instanceof Error ? error.stack : String(error))
    })
  })
  await new Promise<void>((done, failed) => {
    server.once('error', failed)
    server.listen(port, '127.0.0.1', done)
  })
  const { port: taken } = server.address() as AddressInfo
  return { url: `http://127.0.0.1:${taken}`, server, close: () => close(server) }
}

function close(server: Server): Promise<void> {
  return new Promise((done) => {
    server.close(() => done())
    server.closeAllConnections()
  })
}
