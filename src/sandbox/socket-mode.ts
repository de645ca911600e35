import { randomUUID } from 'node:crypto'
import type { IncomingMessage } from 'node:http'
import type { Duplex } from 'node:stream'
import { WebSocket, WebSocketServer } from 'ws'
import { appId } from './workspace.ts'

export interface Envelope {
  type: 'events_api' | 'interactive' | 'slash_commands'
  payload: object
  acceptsResponse: boolean
  retryAttempt?: number
}

export type DisconnectReason = 'warning' | 'refresh_requested' | 'link_disabled' | 'too_many_websockets'

export interface SocketMode {
  /** Whether a bot is connected. */
  count(): number
  /**
   * Hands an envelope to one of the sockets and gives back what the bot answered with its ack.
   * @throws Error when no socket is there, or the ack does not come within 3 s
   */
  deliver(envelope: Envelope): Promise<Record<string, unknown> | undefined>
  upgrade(request: IncomingMessage, socket: Duplex, head: Buffer): void
  disconnect(reason: DisconnectReason): void
  /** Cuts every connection without a word. */
  drop(): void
  close(): void
}

const ackMs = 3000
const mostSockets = 10

export function openSocketMode(): SocketMode {
  const server = new WebSocketServer({ noServer: true })
  const sockets: WebSocket[] = []
  const waiting = new Map<string, (payload: Record<string, unknown> | undefined) => void>()
  let turn = 0

  const welcome = (socket: WebSocket) => {
    if (sockets.length >= mostSockets) return sayGoodbye(socket, 'too_many_websockets')
    sockets.push(socket)
    socket.on('message', (data: Buffer) => settle(data, waiting))
    socket.on('close', () => void sockets.splice(sockets.indexOf(socket), 1))
    socket.send(JSON.stringify(hello(sockets.length)))
  }

  return {
    count: () => sockets.length,
    deliver: (envelope) => {
      const socket = sockets[turn++ % Math.max(1, sockets.length)]
      if (!socket) return Promise.reject(new Error('no bot is connected: Slack would show an error'))
      return deliver(socket, envelope, waiting)
    },
    upgrade: (request, socket, head) => server.handleUpgrade(request, socket, head, welcome),
    disconnect: (reason) => {
      for (const socket of [...sockets]) sayGoodbye(socket, reason)
    },
    drop: () => {
      for (const socket of [...sockets]) socket.terminate()
    },
    close: () => {
      for (const socket of [...sockets]) socket.terminate()
      server.close()
    },
  }
}

function deliver(
  socket: WebSocket,
  { type, payload, acceptsResponse, retryAttempt }: Envelope,
  waiting: Map<string, (payload: Record<string, unknown> | undefined) => void>,
): Promise<Record<string, unknown> | undefined> {
  const id = randomUUID()
  const envelope = {
    envelope_id: id,
    type,
    payload,
    accepts_response_payload: acceptsResponse,
    ...(type === 'events_api' && {
      retry_attempt: retryAttempt ?? 0,
      retry_reason: retryAttempt ? 'timeout' : '',
    }),
  }
  return new Promise((done, failed) => {
    const timer = setTimeout(() => {
      waiting.delete(id)
      failed(new Error(`the bot did not acknowledge ${type} within 3 seconds: Slack would show an error`))
    }, ackMs)
    waiting.set(id, (answer) => {
      clearTimeout(timer)
      waiting.delete(id)
      done(answer)
    })
    socket.send(JSON.stringify(envelope))
  })
}

function settle(
  data: Buffer,
  waiting: Map<string, (payload: Record<string, unknown> | undefined) => void>,
): void {
  const message = JSON.parse(data.toString('utf8')) as {
    envelope_id?: string
    payload?: Record<string, unknown>
  }
  if (message.envelope_id) waiting.get(message.envelope_id)?.(message.payload)
}

const hello = (connections: number) => ({
  type: 'hello',
  num_connections: connections,
  debug_info: { host: 'sandbox', approximate_connection_time: 18_060 },
  connection_info: { app_id: appId },
})

function sayGoodbye(socket: WebSocket, reason: DisconnectReason): void {
  socket.send(JSON.stringify({ type: 'disconnect', reason, debug_info: { host: 'sandbox' } }))
  if (reason !== 'warning') setTimeout(() => socket.close(), 20)
}
