import { once } from 'node:events'
import { WebSocket } from 'ws'
import type { Sandbox } from '../../src/sandbox/sandbox.ts'

/** What a bot gets over its socket: `hello`, `disconnect`, or an envelope. */
export interface Received {
  type: string
  envelope_id?: string
  payload?: Record<string, unknown>
  [field: string]: unknown
}

export interface BareBot {
  socket: WebSocket
  received: Received[]
  /** The envelopes among what was received. */
  envelopes(): Received[]
}

/** An address for one more connection. */
export async function socketUrl(slack: Sandbox): Promise<string> {
  const opened = await fetch(`${slack.apiUrl}apps.connections.open`, {
    method: 'POST',
    headers: { authorization: `Bearer ${slack.appToken}` },
  })
  const { url } = (await opened.json()) as { url: string }
  return url
}

/**
 * A bot that is nothing but a socket, without any SDK.
 * @param ack what it answers to an envelope; without, it stays silent
 */
export async function bareBot(slack: Sandbox, ack?: (envelope: Received) => object | null): Promise<BareBot> {
  const socket = new WebSocket(await socketUrl(slack))
  const received: Received[] = []
  socket.on('message', (data: Buffer) => {
    const message = JSON.parse(data.toString('utf8')) as Received
    received.push(message)
    const payload = message.envelope_id ? ack?.(message) : null
    if (payload) socket.send(JSON.stringify({ envelope_id: message.envelope_id, payload }))
  })
  await once(socket, 'message')
  return { socket, received, envelopes: () => received.filter((message) => message.envelope_id) }
}
