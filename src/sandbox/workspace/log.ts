import type { Args } from '../api/method.ts'
import type { Envelope } from '../transport/socket-mode.ts'

/** A call of the Web API by the bot, or an answer to a `response_url`. */
export interface CallRecord {
  kind: 'call'
  /** When it came in. */
  at: Date
  method: string
  args: Args
  /** What was answered, or which fault struck. */
  answer: Record<string, unknown> | string
}

/** What the workspace handed to the bot. */
export interface EnvelopeRecord {
  kind: 'envelope'
  at: Date
  type: Envelope['type']
  payload: object
  /** How long the bot took to acknowledge, in milliseconds. */
  ms: number
  /** What the bot put into its acknowledgement: a view, errors, a message. */
  answer?: Args
  /** What went wrong; nothing did without. */
  problem?: string
}

/** One line of the traffic; its id grows. */
export type LogRecord = (CallRecord | EnvelopeRecord) & { id: number }

export interface Log {
  /** The latest records, the oldest first. */
  records: LogRecord[]
  add(record: CallRecord | EnvelopeRecord): void
  clear(): void
}

const most = 5000

/** The traffic between bot and workspace. Of a long run it keeps the end. */
export function openLog(changed: () => void): Log {
  const records: LogRecord[] = []
  let id = 0
  return {
    records,
    add: (record) => {
      records.push({ ...record, id: ++id })
      if (records.length > most) records.splice(0, most / 2)
      changed()
    },
    clear: () => void records.splice(0),
  }
}

/** Delivers, and writes down how it went. */
export function logged(
  deliver: (envelope: Envelope) => Promise<Record<string, unknown> | undefined>,
  { log, now }: { log: Log; now: () => Date },
): typeof deliver {
  return async (envelope) => {
    const [at, began] = [now(), performance.now()]
    const record = ({ answer, problem }: Pick<EnvelopeRecord, 'answer' | 'problem'>) =>
      log.add({
        kind: 'envelope',
        at,
        type: envelope.type,
        payload: envelope.payload,
        ms: Math.round(performance.now() - began),
        ...(answer && { answer }),
        ...(problem && { problem }),
      })
    try {
      const answer = await deliver(envelope)
      record({ ...(answer && { answer }) })
      return answer
    } catch (error) {
      record({ problem: error instanceof Error ? error.message : String(error) })
      throw error
    }
  }
}
