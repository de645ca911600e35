import type { FastifyInstance } from 'fastify'
import type { Refuse } from './refusals.ts'
import { sourceOfToken } from './sources.ts'

export interface MetricsSource {
  contentType: string
  text: () => Promise<string>
  /** Who asks must send it as a bearer token; without one, whoever reaches the port may look. */
  token?: string | undefined
}

const stranger = { status: 401, error: 'unauthorized', message: 'Send Authorization: Bearer METRICS_TOKEN.' }

/** `/metrics`: the numbers, for Prometheus. */
export function addMetricsRoute(
  server: FastifyInstance,
  { contentType, text, token, refuse }: MetricsSource & { refuse: Refuse },
) {
  const readers = token === undefined ? [] : [{ name: 'metrics', bearer: [token], webhook: [] }]
  server.get('/metrics', { schema: { hide: true } }, async (request, reply) => {
    const { authorization = '' } = request.headers
    if (readers.length > 0 && sourceOfToken(authorization, readers) === null) return refuse(reply, stranger)
    return reply
      .type(contentType)
      .serializer(String)
      .send(await text())
  })
}
