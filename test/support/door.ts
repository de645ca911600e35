import { pino } from 'pino'
import type { Health } from '../../src/flows/health/health.ts'
import { watchStoring, type Storing } from '../../src/flows/intake/storing.ts'
import { startIntake, type IntakeConfig } from '../../src/intake/http.ts'
import type { MetricsSource } from '../../src/intake/http/metrics-route.ts'
import type { engines } from './database.ts'
import { openDesk, type Desk } from './desk.ts'

export const bearer = 'website-test-secret'
export const oldBearer = 'website-old-secret'
export const webhookSecret = 'whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw'
export const otherSecret = 'whsec_C2FVsBQIhrscChlQIMV+b5sSYspob7oD'

/** The door for leads, open on a free port of loopback. */
export interface Door extends AsyncDisposable {
  desk: Desk
  url: string
  log: string[]
  storing: Storing
  nudges(): number
  stop(): Promise<void>
  post(body: unknown, headers?: Record<string, string>): Promise<Answer>
}

export interface Answer {
  status: number
  headers: Headers
  body: Record<string, unknown>
}

interface DoorOptions {
  requestsPerMinute?: number
  health?: () => Promise<Health>
  metrics?: MetricsSource
}

const sources: IntakeConfig['sources'] = [
  { name: 'website', bearer: [oldBearer, bearer], webhook: [] },
  { name: 'crm', bearer: ['crm-test-secret'], webhook: [otherSecret, webhookSecret] },
]

export async function openDoor(engine: (typeof engines)[number], options: DoorOptions = {}): Promise<Door> {
  const desk = await openDesk(engine)
  const log: string[] = []
  const storing = watchStoring(desk.deps.now)
  let nudges = 0
  const {
    health = async () => ({ ready: true, degraded: [], checks: {} }),
    requestsPerMinute = 1000,
    metrics,
  } = options
  const intake = await startIntake({
    config: { host: '127.0.0.1', port: 0, sources, requestsPerMinute },
    deps: desk.deps,
    log: pino({}, { write: (line: string) => void log.push(line) }),
    nudge: () => void nudges++,
    health,
    storing,
    ...(metrics && { metrics }),
  })
  return {
    desk,
    url: intake.url,
    log,
    storing,
    nudges: () => nudges,
    stop: () => intake.stop(),
    post: (body, headers) =>
      post(`${intake.url}/v1/leads`, body, { authorization: `Bearer ${bearer}`, ...headers }),
    [Symbol.asyncDispose]: async () => {
      await intake.stop()
      await desk[Symbol.asyncDispose]()
    },
  }
}

/** Posts text and bytes as they are, anything else as JSON. A header that is empty is left out. */
export async function post(url: string, body: unknown, headers: Record<string, string>): Promise<Answer> {
  const isRaw = typeof body === 'string' || body instanceof Uint8Array
  const all = { 'content-type': 'application/json', ...headers }
  const response = await fetch(url, {
    method: 'POST',
    headers: Object.fromEntries(Object.entries(all).filter(([, value]) => value !== '')),
    body: isRaw ? Buffer.from(body) : JSON.stringify(body),
  })
  return {
    status: response.status,
    headers: response.headers,
    body: (await response.json()) as Answer['body'],
  }
}
