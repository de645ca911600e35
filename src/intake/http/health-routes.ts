import type { FastifyInstance } from 'fastify'

/** Whether the parts work, each in a sentence for the operator. */
export interface Health {
  ready: boolean
  checks: Record<string, string>
}

/** `/healthz`: the process answers. `/readyz`: its database and Slack do, too. */
export function addHealthRoutes(server: FastifyInstance, health: () => Promise<Health>) {
  server.get('/healthz', { schema: { hide: true } }, async () => ({ ok: true }))
  server.get('/readyz', { schema: { hide: true } }, async (_request, reply) => {
    const { ready, checks } = await health()
    return reply.code(ready ? 200 : 503).send({ ready, checks })
  })
}
