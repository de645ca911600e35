import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { text } from 'node:stream/consumers'

/** What becomes of one call: done or not, and what the caller hears of it. */
export type Fate =
  | { does: 'answer' }
  | { does: 'refuse'; error: string }
  | { does: 'limit'; seconds: string | null }
  /** Stores the message, then says this instead of "ok". */
  | { does: 'lose'; status: number; body: string }
  /** Stores the message or not, then breaks the connection. */
  | { does: 'break'; stored: boolean }
  /** Never answers. */
  | { does: 'hang' }

export interface Posted {
  ts: string
  method: string
  args: URLSearchParams
}

/**
 * The few methods that delivery calls, each call with the fate the test gave it. It knows nothing of limits: it is
 * there to lose answers on purpose, while the sandbox is there to be like Slack.
 */
export async function scriptedSlack() {
  const fates: { method: string; fate: Fate }[] = []
  const messages: Posted[] = []
  const knows = new Map<string, (args: URLSearchParams) => Record<string, unknown>>()
  const calls: { method: string; at: number }[] = []
  const server = createServer((request, response) => {
    void handle(request, response)
  })

  async function handle(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const args = new URLSearchParams(await text(request))
    const method = request.url?.split('/').at(-1) ?? ''
    calls.push({ method, at: performance.now() })
    const next = fates.findIndex((planned) => planned.method === method)
    const fate = next < 0 ? ({ does: 'answer' } as const) : fates.splice(next, 1)[0]?.fate
    carryOut(fate ?? { does: 'answer' }, { method, args, response })
  }

  function carryOut(
    fate: Fate,
    call: { method: string; args: URLSearchParams; response: ServerResponse },
  ): void {
    const { response } = call
    switch (fate.does) {
      case 'answer':
        return say(response, { ok: true, ...perform(call) })
      case 'refuse':
        return say(response, { ok: false, error: fate.error })
      case 'limit':
        if (fate.seconds !== null) response.setHeader('retry-after', fate.seconds)
        return void response.writeHead(429).end()
      case 'lose':
        perform(call)
        return void response.writeHead(fate.status).end(fate.body)
      case 'break':
        if (fate.stored) perform(call)
        return void response.destroy()
      case 'hang':
        return
    }
  }

  function perform({ method, args }: { method: string; args: URLSearchParams }): Record<string, unknown> {
    const known = knows.get(method)
    if (known) return known(args)
    if (method === 'conversations.info') return { channel: { id: args.get('channel'), is_ext_shared: false } }
    if (method === 'conversations.history' || method === 'conversations.replies')
      return { messages: found(args) }
    const ts =
      args.get('ts') ?? `${Math.floor(Date.now() / 1000)}.${String(messages.length).padStart(6, '0')}`
    messages.push({ ts, method, args })
    return { ts, channel: args.get('channel') }
  }

  function found(args: URLSearchParams): unknown[] {
    const thread = args.get('ts')
    return messages
      .filter((message) => message.method === 'chat.postMessage' && message.args.get('thread_ts') === thread)
      .filter((message) => Number(message.ts) >= Number(args.get('oldest') ?? 0))
      .map((message) => ({
        ts: message.ts,
        metadata: JSON.parse(message.args.get('metadata') ?? '{}') as unknown,
      }))
  }

  const { promise, resolve } = Promise.withResolvers<void>()
  server.listen(0, '127.0.0.1', resolve)
  await promise
  // An AddressInfo, because the server listens on a port and not on a pipe.
  const { port } = server.address() as AddressInfo
  return {
    apiUrl: `http://127.0.0.1:${port}/api/`,
    calls,
    messages,
    /** Answers of a method, by its arguments. */
    knows,
    plan: (method: string, ...planned: Fate[]) => fates.push(...planned.map((fate) => ({ method, fate }))),
    stop: () => {
      server.closeAllConnections()
      server.close()
    },
  }
}

function say(response: ServerResponse, body: unknown): void {
  response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(body))
}
