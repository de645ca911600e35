import type { FastifyError, FastifyReply, FastifyRequest } from 'fastify'
import type { Logger } from 'pino'
import { loggable } from '../../flows/errors/loggable.ts'
import { KeyReusedError } from '../../flows/intake/receive-leads.ts'
import type { Storing } from '../../flows/intake/storing.ts'
import { refuseRequest } from './answers.ts'
import { mostBytes } from './read-delivery.ts'
import type { Refuse } from './refusals.ts'

interface Surroundings {
  log: Logger
  storing: Storing
  newId: () => string
  refuse: Refuse
}

/** What goes wrong outside the leads themselves, in words. What we can't explain is logged under a reference. */
export function answerFailures({ log, storing, newId, refuse }: Surroundings) {
  return (error: FastifyError, request: FastifyRequest, reply: FastifyReply): FastifyReply => {
    const known = refusalOf(error)
    if (known) return refuse(reply, known)
    const reference = newId()
    log.error({ reference, source: request.source, why: loggable(error) }, 'leads could not be stored')
    storing.failed(reference)
    const message = 'Nothing was acknowledged. Send the same request again in a moment.'
    return refuseRequest(reply.header('retry-after', '5'), {
      status: 503,
      error: 'unavailable',
      message,
      reference,
    })
  }
}

function refusalOf(error: FastifyError): { status: number; error: string; message: string } | null {
  if (error instanceof KeyReusedError) {
    return {
      status: 409,
      error: 'key-reused',
      message: 'This Idempotency-Key came with another body. Use a new key.',
    }
  }
  const { statusCode } = error
  if (statusCode === undefined || statusCode < 400 || statusCode >= 500) return null
  const { error: code, message } = words[statusCode] ?? { error: 'bad-request', message: error.message }
  return { status: statusCode, error: code, message }
}

const words: Record<number, { error: string; message: string }> = {
  413: { error: 'too-large', message: `Send at most ${mostBytes / 1024 / 1024} MB at once.` },
  415: { error: 'unsupported-media-type', message: 'Send application/json, uncompressed.' },
  429: {
    error: 'too-many-requests',
    message: 'Wait as long as Retry-After says; a list holds up to 500 leads.',
  },
}
