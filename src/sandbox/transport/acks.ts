import { randomUUID } from 'node:crypto'
import type { WebSocket as Socket } from 'ws'
import { z } from 'zod'
import { NotDelivered, type RetryReason } from './not-delivered.ts'
import { parseJson } from './parse-json.ts'

export interface Envelope {
  type: 'events_api' | 'interactive' | 'slash_commands'
  payload: object
  acceptsResponse: boolean
  /** Of an event that was not acknowledged: which attempt this is, and why there is one. */
  retry?: { attempt: number; reason: RetryReason }
}

/** What the bot sent along with its ack. */
export type Answer = Record<string, unknown> | undefined

export interface Acks {
  /** @throws NotDelivered when the ack does not come within 3 s */
  send(socket: Socket, envelope: Envelope): Promise<Answer>
  /** Takes what a bot sent; Slack ignores what it does not understand. */
  take(data: Buffer): void
}

const ackMs = 3000
const ackSchema = z.object({ envelope_id: z.string(), payload: z.record(z.string(), z.unknown()).optional() })

/** The envelopes that were sent and not acknowledged yet. */
export function openAcks(): Acks {
  const waiting = new Map<string, (answer: Answer) => void>()
  return {
    send: (socket, envelope) => {
      const id = randomUUID()
      return new Promise((done, failed) => {
        const timer = setTimeout(() => {
          waiting.delete(id)
          failed(silent(envelope))
        }, ackMs)
        waiting.set(id, (answer) => {
          clearTimeout(timer)
          waiting.delete(id)
          done(answer)
        })
        socket.send(JSON.stringify(sealed(id, envelope)))
      })
    },
    take: (data) => {
      const ack = ackSchema.safeParse(parseJson(data.toString('utf8')))
      if (ack.success) waiting.get(ack.data.envelope_id)?.(ack.data.payload)
    },
  }
}

const silent = ({ type }: Envelope) =>
  new NotDelivered('operation_timeout', `the bot did not acknowledge ${type} within 3 seconds`, 'timeout')

function sealed(id: string, { type, payload, acceptsResponse, retry }: Envelope) {
  const attempt = { retry_attempt: retry?.attempt ?? 0, retry_reason: retry?.reason ?? '' }
  return {
    ...{ envelope_id: id, type, payload, accepts_response_payload: acceptsResponse },
    ...(type === 'events_api' && attempt),
  }
}
