import rateLimit from '@fastify/rate-limit'
import { fastify, type FastifyInstance } from 'fastify'
import type { Logger } from 'pino'
import type { Deps } from '../ports/deps.ts'
import { describeApi } from './http/open-api.ts'
import { answerFailures } from './http/failures.ts'
import type { Health } from '../flows/health/health.ts'
import type { Meter } from '../ports/meter.ts'
import type { Storing } from '../flows/intake/storing.ts'
import { addHealthRoutes } from './http/health-routes.ts'
import { addLeadsRoute } from './http/leads-route.ts'
import { addMetricsRoute, type MetricsSource } from './http/metrics-route.ts'
import { mostBytes } from './http/read-delivery.ts'
import { readToTheEnd } from './http/read-to-the-end.ts'
import { watchRefusals, type Refuse } from './http/refusals.ts'
import type { IntakeSource } from './http/sources.ts'

export type { IntakeSource } from './http/sources.ts'

export interface IntakeConfig {
  host: string
  /** 0 takes any free port. */
  port: number
  sources: IntakeSource[]
  /** For each source. */
  requestsPerMinute?: number
}

interface IntakeOptions {
  config: IntakeConfig
  deps: Deps
  log: Logger
  /** Tells the sender of notices that there may be something to send. */
  nudge: () => void
  health: () => Promise<Health>
  metrics?: MetricsSource
  meter?: Meter
  storing: Storing
}

export interface Intake {
  url: string
  stop(): Promise<void>
}

const usualRequestsPerMinute = 6000

/** Opens the door for leads over HTTP. Stopping it finishes the requests that are being answered. */
export async function startIntake(options: IntakeOptions): Promise<Intake> {
  const { config, deps, log, nudge, health, metrics, meter, storing } = options
  const server = fastify({ bodyLimit: mostBytes, requestTimeout: 30_000, logger: false })
  const { sources, requestsPerMinute = usualRequestsPerMinute } = config
  const { refuse, close } = watchRefusals(log, deps.newId)
  server.addHook('onClose', async () => close())
  server.setErrorHandler(answerFailures({ log, storing, newId: deps.newId, refuse }))
  answerNotFound(server, refuse)
  keepBytes(server)
  readToTheEnd(server)
  closeWithTheLastAnswer(server)
  await server.register(rateLimit, { global: false })
  await describeApi(server)
  addLeadsRoute(server, { sources, deps, nudge, requestsPerMinute, meter, storing, refuse })
  addHealthRoutes(server, health)
  if (metrics) addMetricsRoute(server, { ...metrics, refuse })
  const url = await server.listen({ host: config.host, port: config.port })
  return { url, stop: () => server.close() }
}

function answerNotFound(server: FastifyInstance, refuse: Refuse): void {
  const message = 'There is nothing at this address. Leads come in by POST /v1/leads; /docs describes it.'
  server.setNotFoundHandler((_request, reply) => refuse(reply, { status: 404, error: 'not-found', message }))
}

/** A sender that would keep its connection is not waited for: what is answered while the door closes ends its connection. */
function closeWithTheLastAnswer(server: FastifyInstance): void {
  let isClosing = false
  server.addHook('preClose', async () => void (isClosing = true))
  server.addHook('onSend', async (_request, reply) => {
    if (isClosing) void reply.header('connection', 'close')
  })
}

/** A signature is over the bytes that were sent, so nothing may parse them before it is checked. */
function keepBytes(server: FastifyInstance): void {
  server.removeAllContentTypeParsers()
  server.addContentTypeParser('application/json', { parseAs: 'buffer' }, (_request, body, done) =>
    done(null, body),
  )
}
