import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { z } from 'zod'
import type { Meter } from '../../ports/meter.ts'
import type { Deps } from '../../ports/deps.ts'
import { receiveLeads } from '../../flows/intake/receive-leads.ts'
import type { Storing } from '../../flows/intake/storing.ts'
import { acceptedSchema, errorSchema } from './answers.ts'
import { checkSignature, refuseStrangers } from './authenticate.ts'
import { leadBodySchema } from './lead-body.ts'
import { mostLeads, mostProblems, readDelivery } from './read-delivery.ts'
import type { Refuse } from './refusals.ts'
import type { IntakeSource } from './sources.ts'
import { takeTurns } from './take-turns.ts'
import type { Wrong } from './wrong.ts'

interface LeadsRoute {
  sources: IntakeSource[]
  deps: Deps
  nudge: () => void
  requestsPerMinute: number
  meter?: Meter | undefined
  storing: Storing
  refuse: Refuse
}

/** `POST /v1/leads`: one lead, or a list of them, from a source that proves who it is. */
export function addLeadsRoute(
  server: FastifyInstance,
  { sources, deps, nudge, requestsPerMinute, meter, storing, refuse }: LeadsRoute,
) {
  server.decorateRequest('source', '')
  server.post('/v1/leads', {
    schema,
    onRequest: refuseStrangers(sources, refuse),
    preHandler: checkSignature(sources, refuse),
    onResponse: async (_request, reply) =>
      meter?.answered({ status: reply.statusCode, seconds: reply.elapsedTime / 1000 }),
    config: {
      rateLimit: {
        max: requestsPerMinute,
        timeWindow: '1 minute',
        hook: 'preHandler',
        keyGenerator: (request: FastifyRequest) => request.source,
      },
    },
    handler: (request, reply) => take(request, reply, { deps, nudge, storing, refuse }),
  })
}

async function take(
  request: FastifyRequest,
  reply: FastifyReply,
  { deps, nudge, storing, refuse }: Pick<LeadsRoute, 'deps' | 'nudge' | 'storing' | 'refuse'>,
): Promise<FastifyReply> {
  if (isEncoded(request)) return refuse(reply, { status: 415, ...unsupported })
  const body = Buffer.isBuffer(request.body) ? request.body : Buffer.alloc(0)
  const read = await takeTurns(readDelivery(request, body, request.source))
  if (read.ok) {
    const leads = await receiveLeads(deps, read.delivery)
    storing.stored()
    nudge()
    return reply.code(202).send({ leads })
  }
  return read.status === 400
    ? refuse(reply, invalid(read.problems))
    : refuse(reply, { error: 'too-large', status: 413, message: read.message })
}

function isEncoded({ headers }: FastifyRequest): boolean {
  return (headers['content-encoding'] ?? 'identity') !== 'identity'
}

const unsupported = { error: 'unsupported-media-type', message: 'Send application/json, uncompressed.' }

function invalid(problems: Wrong[]) {
  const sentences = ['Nothing was stored. Put right what is listed and send it again.']
  const isCut = problems.length >= mostProblems
  if (isCut) sentences.push(`These are the first ${mostProblems} problems: the rest was not looked at.`)
  return {
    status: 400,
    error: 'invalid',
    message: sentences.join(' '),
    problems: problems.slice(0, mostProblems),
  }
}

const refusals = Object.fromEntries(
  [400, 401, 409, 413, 415, 429, 503].map((status) => [status, errorSchema]),
)

const schema = {
  summary: 'Hand in one lead, or up to 500',
  description: [
    'A lead needs one of `email`, `phone`, `external_id`; everything else may be missing. All leads of a request are',
    'stored, or none. Repeat a request with the same `Idempotency-Key` (or `webhook-id`) and the same body as often as',
    'you like: the answer is that of the first time. One lead may have 256 kB, a list 2 MB.',
  ].join(' '),
  security: [{ bearer: [] }, { webhook: [] }],
  headers: z.object({ 'idempotency-key': z.string().max(255).optional() }),
  body: z.union([leadBodySchema, z.array(leadBodySchema).min(1).max(mostLeads)]),
  response: { 202: acceptedSchema, ...refusals },
}
