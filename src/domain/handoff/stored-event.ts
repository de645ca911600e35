import { z } from 'zod'
import type { Lift, Stored } from '../document/stored.ts'
import { eventBodySchema, type LeadEventBody } from './events.ts'
import { familyAtFirst } from './reasons.ts'

/** Events as they are stored: type, the round they are about, and what their format kept. */
export const storedEvent: Stored<LeadEventBody> = {
  schema: eventBodySchema,
  lifts: [(document) => fromFirst(document)],
}

/** A lead had one round, which stood in the event as a whole; nobody had kept a reason's family, a clock or an origin. */
const fromFirst: Lift = (document) => {
  const event = recordSchema.safeParse(document)
  const addition = event.success ? additions[String(event.data['type'])] : undefined
  return event.success && addition ? { ...addition(event.data), ...event.data } : document
}

type Data = Record<string, unknown>
const recordSchema = z.record(z.string(), z.unknown())

const additions: Record<string, (data: Data) => Data> = {
  'lead-handed-off': ({ handoff }) => {
    const round = typeof handoff === 'object' ? handoff : {}
    return { ...round, ladder: null, origin: null, follows: null }
  },
  'lead-accepted': () => ({ workingMinutes: null }),
  'lead-rejected': ({ reason }) => ({ workingMinutes: null, family: familyAtFirst(String(reason)) }),
}
