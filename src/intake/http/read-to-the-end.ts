import { finished } from 'node:stream'
import type { FastifyInstance, FastifyRequest } from 'fastify'

/** After so long without a byte the rest is not waited for. The server's `requestTimeout` ends what trickles. */
const stalledMs = 1_000

/**
 * A request may be refused before its body was read: too large, of another type, or of nobody we know. Who closes a
 * connection on what is still being sent resets it, and the sender may then read "connection reset" where the answer
 * was (RFC 9112, section 9.6). So the body is read first, and dropped.
 */
export function readToTheEnd(server: FastifyInstance): void {
  server.addHook('onSend', async ({ raw }) => {
    if (!raw.complete && !raw.destroyed) await dropped(raw)
  })
}

function dropped(body: FastifyRequest['raw']): Promise<void> {
  const { promise, resolve } = Promise.withResolvers<void>()
  const timer = setTimeout(resolve, stalledMs)
  body.on('data', () => timer.refresh())
  // A sender that went away in the middle reads no answer either.
  finished(body, () => resolve())
  return promise.finally(() => clearTimeout(timer))
}
