import type { FastifyInstance } from 'fastify'
import type { Health } from '../../flows/health/health.ts'

/** `/healthz`: the process answers. `/readyz`: leads can be taken in, and what else deserves a look. */
export function addHealthRoutes(server: FastifyInstance, health: () => Promise<Health>) {
  server.get('/healthz', { schema: { hide: true } }, async () => ({ ok: true }))
  server.get('/readyz', { schema: { hide: true } }, async (_request, reply) => {
    const found = await health()
    return reply.code(found.ready ? 200 : 503).send(found)
  })
}
