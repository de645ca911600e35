import { deliverByHttp } from '../transport/http-mode.ts'
import type { Envelope, SocketMode } from '../transport/socket-mode.ts'

/** The way from the workspace to the app. */
export interface Line {
  /** @throws NotDelivered when the app can't be reached or stays silent */
  deliver(envelope: Envelope): Promise<Record<string, unknown> | undefined>
  /** From now on delivers by signed HTTP to this address instead of over sockets. */
  deliverTo(requestUrl: string): void
  state(): { kind: 'socket' | 'http'; sockets: number }
}

export function openLine(sockets: SocketMode, signingSecret: string): Line {
  let url: string | null = null
  return {
    deliver: (envelope) =>
      url === null ? sockets.deliver(envelope) : deliverByHttp(envelope, { url, signingSecret }),
    deliverTo: (requestUrl) => void (url = requestUrl),
    state: () => ({ kind: url === null ? 'socket' : 'http', sockets: sockets.count() }),
  }
}
