import { z } from 'zod'
import type { CallRecord, EnvelopeRecord, LogRecord } from '../workspace/log.ts'
import type { SeenTraffic } from './sight.ts'

/** One record of the log as a line of the side panel. */
export function seenTraffic(record: LogRecord): SeenTraffic {
  const { id, at, kind } = record
  const said = record.kind === 'call' ? ofCall(record) : ofEnvelope(record)
  return { id, at: at.getTime(), kind, ...said }
}

function ofCall({ method, answer }: CallRecord) {
  if (typeof answer === 'string') return { what: method, result: answer, isProblem: true }
  const isProblem = answer['ok'] !== true
  return { what: method, result: isProblem ? String(answer['error']) : 'ok', isProblem }
}

function ofEnvelope({ type, payload, ms, problem }: EnvelopeRecord) {
  const name = nameOf(payload)
  const what = name ? `${type} · ${name}` : type
  return { what, result: problem ?? `ack ${ms} ms`, isProblem: problem !== undefined }
}

const text = z.string().optional()

/** The parts of a payload that say what it is about. */
const namedSchema = z.object({
  command: text,
  callback_id: text,
  actions: z.array(z.object({ action_id: text })).optional(),
  event: z.object({ type: text }).optional(),
  view: z.object({ callback_id: text }).optional(),
})

/** The command, action, event or view that a payload is about. */
function nameOf(payload: object): string {
  const { command, actions, event, view, callback_id: callback } = namedSchema.catch({}).parse(payload)
  return command ?? actions?.[0]?.action_id ?? event?.type ?? view?.callback_id ?? callback ?? ''
}
