import type { IncomingMessage, ServerResponse } from 'node:http'
import { methods } from '../api/index.ts'
import { RateLimited, SlackError, type Args, type Context } from '../api/method.ts'
import type { Fault, Faults } from '../faults.ts'
import type { CallRecord } from '../workspace/log.ts'
import type { Pace } from './pace.ts'
import { readArgs } from './read-body.ts'

export interface ApiOptions {
  context: Context
  pace: Pace
  faults: Faults
  tokens: { bot: string; app: string }
  /** How long each call takes, half of it before it has its effect. */
  latencyMs: number
  record(call: CallRecord): void
}

/** Answers one Web API call, with the fault that is due for it. */
export async function serveApi(
  { request, response }: { request: IncomingMessage; response: ServerResponse },
  name: string,
  options: ApiOptions,
): Promise<void> {
  const args = await readArgs(request).catch(asRefusal)
  if (args instanceof SlackError) return send(response, 200, { body: { ok: false, error: args.message } })
  // The moment it came in: one that is slow has its effect later.
  const at = options.context.state.now()
  const fault = options.faults.next(name, args)
  const record = (answer: CallRecord['answer']) =>
    options.record({ kind: 'call', at, method: name, args, answer })
  const pause = () => wait(options.latencyMs / 2000)
  await pause()
  if (fault && isBefore(fault)) {
    record(`fault: ${fault.kind}`)
    return strike(fault, response)
  }
  if (fault?.kind === 'slow') await wait(fault.seconds ?? 1)
  const answer = call(name, { args, token: tokenOf(request, args), options })
  record(fault ? `fault: ${fault.kind}` : answer.body)
  await pause()
  if (fault && fault.kind !== 'slow') return strike(fault, response)
  const { body, retryAfter, scopes = {} } = answer
  const headers = { ...scopes, ...(retryAfter !== undefined && { 'retry-after': String(retryAfter) }) }
  send(response, retryAfter === undefined ? 200 : 429, { body, headers })
}

function asRefusal(error: unknown): SlackError {
  if (error instanceof SlackError) return error
  throw error
}

interface Answer {
  body: Record<string, unknown>
  retryAfter?: number
  /** Headers that say what the token may do; none when it is not accepted. */
  scopes?: Record<string, string>
}

function call(name: string, { args, token, options }: Call): Answer {
  const { tokens, context, pace } = options
  const provided = name === 'apps.connections.open' ? ['connections:write'] : context.state.scopes
  let scopes = {}
  try {
    const method = methods[name]
    if (!method) throw new SlackError('unknown_method')
    if (token !== (name === 'apps.connections.open' ? tokens.app : tokens.bot))
      throw new SlackError(token ? 'invalid_auth' : 'not_authed')
    scopes = scopeHeaders(provided, method.scope)
    if (method.scope && !provided.includes(method.scope))
      throw new SlackError('missing_scope', { needed: method.scope, provided: provided.join(',') })
    if (method.perMinute) pace.takeCall(name, method.perMinute)
    return { body: { ok: true, ...method.run(args, context) }, scopes }
  } catch (error) {
    if (error instanceof SlackError)
      return { body: { ok: false, error: error.message, ...error.details }, scopes }
    if (error instanceof RateLimited)
      return { body: { ok: false, error: 'ratelimited' }, retryAfter: error.seconds, scopes }
    throw error
  }
}

interface Call {
  args: Args
  token: string
  options: ApiOptions
}

/** With each answer Slack says what the token may do, and what the method asks for. */
const scopeHeaders = (provided: string[], needed: string | undefined): Record<string, string> => ({
  'x-oauth-scopes': provided.join(','),
  ...(needed && { 'x-accepted-oauth-scopes': needed }),
})

function tokenOf(request: IncomingMessage, args: Args): string {
  const header = /^Bearer (.+)$/.exec(request.headers.authorization ?? '')?.[1]
  return header ?? (typeof args['token'] === 'string' ? args['token'] : '')
}

const isBefore = ({ kind }: Fault) => !['empty', 'reset-after', 'hang-after', 'slow'].includes(kind)

function strike({ kind, seconds = 1, retryAfter = String(seconds) }: Fault, response: ServerResponse): void {
  switch (kind) {
    case 'rate-limit':
      return send(response, 429, {
        body: { ok: false, error: 'ratelimited' },
        headers: { 'retry-after': retryAfter },
      })
    case 'rate-limit-bare':
      return send(response, 429, { body: { ok: false, error: 'ratelimited' } })
    case 'server-error':
      return send(response, 500, { body: { ok: false, error: 'internal_error' } })
    case 'html':
      return void response.writeHead(200, { 'content-type': 'text/html' }).end('<html>Bad gateway</html>')
    case 'empty':
      return void response.writeHead(200).end()
    case 'internal-error':
      return send(response, 200, { body: { ok: false, error: 'internal_error' } })
    case 'reset-before':
    case 'reset-after':
      return void response.socket?.destroy()
    case 'hang-before':
    case 'hang-after':
    case 'slow':
      // Never answered: the caller's time-out ends it.
      return
  }
}

function send(
  response: ServerResponse,
  status: number,
  { body, headers = {} }: { body: object; headers?: Record<string, string> },
): void {
  response.writeHead(status, { 'content-type': 'application/json', ...headers }).end(JSON.stringify(body))
}

async function wait(seconds: number): Promise<void> {
  if (seconds > 0) await new Promise((done) => setTimeout(done, seconds * 1000))
}
