import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { z } from 'zod'

/** Stands between bot and peer. */
export interface StandIn extends AsyncDisposable {
  apiUrl: string
  /** Every method the bot called. */
  called: Set<string>
  /** What the peer refused, as `method: error`. */
  refused: Set<string>
}

/** Passes every call on to the peer, and answers those itself that the peer does not know. */
export async function standIn(
  peerUrl: string,
  answers: Record<string, () => Record<string, unknown>>,
): Promise<StandIn> {
  const called = new Set<string>()
  const refused = new Set<string>()
  const server = createServer((request, response) => {
    const method = request.url?.split('?')[0]?.split('/').at(-1) ?? ''
    called.add(method)
    const own = answers[method]
    if (own) return sendJson(response, own())
    const answered = (error: string) => void refused.add(`${method}: ${error}`)
    passOn({ request, response }, peerUrl, answered).catch((error: unknown) => {
      response.writeHead(502).end(String(error))
    })
  })
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  const { port } = server.address() as AddressInfo
  return {
    apiUrl: `http://127.0.0.1:${port}/api/`,
    called,
    refused,
    [Symbol.asyncDispose]: async () => {
      server.closeAllConnections()
      await new Promise((done) => server.close(done))
    },
  }
}

async function passOn(
  { request, response }: { request: IncomingMessage; response: ServerResponse },
  peerUrl: string,
  onRefusal: (error: string) => void,
): Promise<void> {
  const chunks: Buffer[] = []
  for await (const chunk of request) chunks.push(chunk as Buffer)
  const { authorization = '', 'content-type': type = '' } = request.headers
  const answer = await fetch(peerUrl + (request.url ?? ''), {
    method: request.method ?? 'POST',
    headers: { authorization, 'content-type': type },
    ...(chunks.length > 0 && { body: Buffer.concat(chunks) }),
  })
  response.writeHead(answer.status, {
    'content-type': answer.headers.get('content-type') ?? 'application/json',
  })
  const body = Buffer.from(await answer.arrayBuffer())
  const { error } = refusalSchema.safeParse(jsonOf(body)).data ?? {}
  if (error !== undefined) onRefusal(error)
  response.end(body)
}

const refusalSchema = z.object({ ok: z.literal(false), error: z.string() })

function jsonOf(body: Buffer): unknown {
  try {
    return JSON.parse(body.toString('utf8'))
  } catch {
    // Not every answer is JSON, and only JSON can be a refusal.
    return null
  }
}

function sendJson(response: ServerResponse, body: object): void {
  response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(body))
}
