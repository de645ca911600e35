import type { State } from '../workspace/state.ts'

/** Slack's way of saying no: `{ ok: false, error }`. */
export class SlackError extends Error {
  override name = 'SlackError'
  readonly details: Record<string, unknown>
  constructor(code: string, details: Record<string, unknown> = {}) {
    super(code)
    this.details = details
  }
}

/** Too many calls: answered with 429 and `Retry-After`. */
export class RateLimited extends Error {
  override name = 'RateLimited'
  readonly seconds: number
  constructor(seconds: number) {
    super('ratelimited')
    this.seconds = seconds
  }
}

export type Args = Record<string, unknown>

/** One Web API method: the scope it needs, how often it may be called a minute, and what it does. */
export interface Method {
  scope?: string
  perMinute?: number
  run(args: Args, context: Context): Record<string, unknown>
}

export interface Context {
  state: State
  /** One message more for this channel; throws RateLimited above its pace. */
  takePost(channel: string): void
  /** Where sockets connect. */
  socketUrl(): string
  /** Where the bytes of a file go and come from. */
  uploadUrl(id: string): string
  /** Tells those who wait that something changed. */
  changed(): void
}

export function text(args: Args, name: string): string | undefined {
  const value = args[name]
  return typeof value === 'string' && value !== '' ? value : undefined
}

export function needed(args: Args, name: string, error = 'invalid_arguments'): string {
  const value = text(args, name)
  if (value === undefined)
    throw new SlackError(error, { response_metadata: { messages: [`[ERROR] missing: ${name}`] } })
  return value
}
