import { createServer, type IncomingHttpHeaders, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'

/** One request as it came in: the body as it was signed. */
export interface Request {
  headers: IncomingHttpHeaders
  body: string
}

/** A server that is nothing but a bot's request URL, without any SDK. */
export interface BareHttpBot extends AsyncDisposable {
  url: string
  requests: Request[]
}

/** @param answer what it answers; it stays silent where that does nothing */
export async function bareHttpBot(
  answer: (response: ServerResponse, request: Request, count: number) => void,
): Promise<BareHttpBot> {
  const requests: Request[] = []
  const server = createServer((incoming, response) => {
    const chunks: Buffer[] = []
    incoming.on('data', (chunk: Buffer) => chunks.push(chunk))
    incoming.on('end', () => {
      const request = { headers: incoming.headers, body: Buffer.concat(chunks).toString('utf8') }
      requests.push(request)
      answer(response, request, requests.length)
    })
  })
  await new Promise<void>((done) => {
    server.listen(0, '127.0.0.1', done)
  })
  const { port } = server.address() as AddressInfo
  return {
    url: `http://127.0.0.1:${port}/slack/events`,
    requests,
    [Symbol.asyncDispose]: async () => {
      server.closeAllConnections()
      await new Promise((done) => server.close(done))
    },
  }
}
