import type { IncomingMessage } from 'node:http'
import type { Duplex } from 'node:stream'
import { WebSocket, WebSocketServer } from 'ws'
import { openAcks, type Answer, type Envelope } from './acks.ts'
import { NotDelivered } from './not-delivered.ts'
import { appId } from '../workspace/workspace.ts'

export type { Envelope } from './acks.ts'

export type DisconnectReason = 'warning' | 'refresh_requested' | 'link_disabled' | 'too_many_websockets'

export interface SocketMode {
  /** How many connections the bot has. */
  count(): number
  /**
   * Hands an envelope to one of the sockets and gives back what the bot answered with its ack.
   * @throws NotDelivered when no socket is there, or the ack does not come within 3 s
   */
  deliver(envelope: Envelope): Promise<Answer>
  upgrade(request: IncomingMessage, socket: Duplex, head: Buffer): void
  /** Hangs up on every connection, or on so many, the oldest first: Slack renews them one by one. */
  disconnect(reason: DisconnectReason, most?: number): void
  /** Cuts every connection, or so many, without a word. */
  drop(most?: number): void
  close(): void
}

const mostSockets = 10
const pingMs = 2000
/** For the bot to close the connection itself, with acks that are on their way. */
const closingMs = 1000

/** `changed` is called whenever a connection has come or gone. */
export function openSocketMode(changed: () => void): SocketMode {
  const server = new WebSocketServer({ noServer: true })
  const { sockets, join, leave } = openCircle(changed)
  const acks = openAcks()
  let turn = 0
  const drop = (most?: number) => {
    const cut = most === undefined ? server.clients : sockets.slice(0, most)
    for (const socket of cut) socket.terminate()
  }
  const welcome = (socket: WebSocket) => {
    if (sockets.length >= mostSockets) return sayGoodbye(socket, 'too_many_websockets')
    join(socket)
    socket.on('message', acks.take)
    socket.on('close', () => leave(socket))
    keepAlive(socket)
    socket.send(JSON.stringify(hello(sockets.length)))
  }

  return {
    count: () => sockets.length,
    deliver: (envelope) => {
      const socket = sockets[turn++ % Math.max(1, sockets.length)]
      return socket ? acks.send(socket, envelope) : Promise.reject(nobody())
    },
    upgrade: (request, socket, head) => server.handleUpgrade(request, socket, head, welcome),
    disconnect: (reason, most) => {
      const told = sockets.slice(0, most)
      for (const socket of told) sayGoodbye(socket, reason)
      if (reason !== 'warning') told.forEach(leave)
    },
    drop,
    close: () => {
      for (const socket of server.clients) hangUp(socket)
      server.close()
    },
  }
}

/** The connections that envelopes are handed to, the oldest first. */
function openCircle(changed: () => void) {
  const sockets: WebSocket[] = []
  return {
    sockets,
    join: (socket: WebSocket): void => {
      sockets.push(socket)
      changed()
    },
    leave: (socket: WebSocket): void => {
      const at = sockets.indexOf(socket)
      if (at < 0) return
      sockets.splice(at, 1)
      changed()
    },
  }
}

const nobody = () => new NotDelivered('dispatch_failed', 'no bot is connected', 'connection_failed')

const hello = (connections: number) => ({
  type: 'hello',
  num_connections: connections,
  debug_info: { host: 'sandbox', approximate_connection_time: 18_060 },
  connection_info: { app_id: appId },
})

function keepAlive(socket: WebSocket): void {
  const pings = setInterval(() => socket.ping('Ping from the sandbox'), pingMs).unref()
  socket.on('close', () => clearInterval(pings))
}

/** Closes with a handshake, and without one when the bot takes too long. */
function hangUp(socket: WebSocket): void {
  socket.close()
  const impatience = setTimeout(() => socket.terminate(), closingMs)
  socket.once('close', () => clearTimeout(impatience))
}

function sayGoodbye(socket: WebSocket, reason: DisconnectReason): void {
  socket.send(JSON.stringify({ type: 'disconnect', reason, debug_info: { host: 'sandbox' } }))
  if (reason !== 'warning') setTimeout(() => hangUp(socket), closingMs).unref()
}
