import type { FastifyReply, FastifyRequest } from 'fastify'
import type { Refuse } from './refusals.ts'
import { signatureOf, sourceOfSignature, sourceOfToken, type IntakeSource } from './sources.ts'
import { takeATurn } from './take-turns.ts'

declare module 'fastify' {
  interface FastifyRequest {
    /** The sender, once proven. */
    source: string
  }
}

const unknownSender = {
  status: 401,
  error: 'unauthorized',
  message:
    'Send Authorization: Bearer TOKEN, or sign the request by Standard Webhooks, with a secret of INTAKE_SOURCES.',
}

/** Before a byte of the body is read: whoever shows no proof at all, or a wrong token, goes no further. */
export function refuseStrangers(sources: IntakeSource[], refuse: Refuse) {
  return async (request: FastifyRequest, reply: FastifyReply) => {
    const { authorization } = request.headers
    if (authorization === undefined) return signatureOf(request.headers) ? undefined : turnAway(reply, refuse)
    const source = sourceOfToken(authorization, sources)
    if (source === null) return turnAway(reply, refuse)
    request.source = source
  }
}

/** With the body's bytes at hand: the signature, for those who sent no token. */
export function checkSignature(sources: IntakeSource[], refuse: Refuse) {
  return async (request: FastifyRequest, reply: FastifyReply) => {
    if (request.source !== '') return
    const body = Buffer.isBuffer(request.body) ? request.body : Buffer.alloc(0)
    const source = await takeATurn(() => sourceOfSignature(body, request.headers, sources))
    if (source === null) return turnAway(reply, refuse)
    request.source = source
  }
}

function turnAway(reply: FastifyReply, refuse: Refuse): FastifyReply {
  return refuse(reply.header('www-authenticate', 'Bearer'), unknownSender)
}
