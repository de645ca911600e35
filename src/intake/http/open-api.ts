import swagger from '@fastify/swagger'
import swaggerUi from '@fastify/swagger-ui'
import type { FastifyInstance } from 'fastify'
import { jsonSchemaTransform } from 'fastify-type-provider-zod'

const securitySchemes = {
  bearer: { type: 'http', scheme: 'bearer', description: 'A token of INTAKE_SOURCES.' },
  webhook: {
    type: 'apiKey',
    in: 'header',
    name: 'webhook-signature',
    description:
      'Standard Webhooks: webhook-id, webhook-timestamp and webhook-signature, at most five minutes old.',
  },
} as const

/** The door's description for people at `/docs`, and as OpenAPI at `/docs/json`, made of the types it checks by. */
export async function describeApi(server: FastifyInstance): Promise<void> {
  // The types describe; reading a request checks, and names every wrong field of every lead.
  server.setValidatorCompiler(() => (value: unknown) => ({ value }))
  server.setSerializerCompiler(() => (payload) => JSON.stringify(payload))
  await server.register(swagger, {
    openapi: {
      openapi: '3.1.0',
      info: { title: 'Baton: leads in', version: '1' },
      components: { securitySchemes },
    },
    transform: jsonSchemaTransform,
  })
  await server.register(swaggerUi, { routePrefix: '/docs', staticCSP: true })
}
