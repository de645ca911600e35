import { readFile } from 'node:fs/promises'
import { expect, it } from 'vitest'
import { eventBodySchema } from '../../../src/domain/handoff/events.ts'
import { formatOf, readStored } from '../../../src/domain/document/stored.ts'
import { storedEvent } from '../../../src/domain/handoff/stored-event.ts'

interface StoredEvent {
  type: string
  format: number
  handoffId: string | null
  data: Record<string, unknown>
}

const eventFormat = formatOf(storedEvent)

function read({ type, format, handoffId, data }: StoredEvent) {
  const document = { ...data, type, ...(handoffId !== null && { handoffId }) }
  return readStored(storedEvent, { document, format })
}

function liftEvent(event: StoredEvent) {
  const outcome = read(event)
  if (!outcome.success) throw outcome.error
  return outcome.data
}

interface Lifted {
  /** The fixture of the schema that it was taken from. */
  from: string
  stored: StoredEvent
  /** Instants as texts. */
  lifted: Record<string, unknown>
}

const file = new URL('../../fixtures/events/format-1.json', import.meta.url)
// What the file holds is compared with what comes of it.
const first = JSON.parse(await readFile(file, 'utf8')) as Lifted[]

it.each(first)('a $stored.type of the first format is lifted to what it says today', ({ stored, lifted }) => {
  expect(JSON.parse(JSON.stringify(liftEvent(stored)))).toEqual(lifted)
})

it('each type of event has an example of the first format', () => {
  const types = eventBodySchema.options.map(({ shape }) => shape.type.value)
  expect(new Set(first.map(({ stored }) => stored.type))).toEqual(new Set(types))
})

const accepted = { type: 'lead-accepted', format: eventFormat, handoffId: 'h1', data: { workingMinutes: 5 } }

it('an event of today is read as it stands', () => {
  expect(liftEvent(accepted)).toEqual({ type: 'lead-accepted', handoffId: 'h1', workingMinutes: 5 })
})

it.each([
  ['of a later format', { ...accepted, format: eventFormat + 1 }, `format ${eventFormat + 1}`],
  ['of a type nobody knows', { ...accepted, type: 'lead-recycled' }, 'Invalid'],
  ['about a round, which names none', { ...accepted, handoffId: null }, 'handoffId'],
  ['that leaves out what is needed', { ...accepted, data: {} }, 'workingMinutes'],
  ['of the first format, without its round', { ...accepted, type: 'lead-handed-off', format: 1 }, 'round'],
])('an event %s is refused', (_what, event, why) => {
  expect(() => liftEvent(event)).toThrow(why)
})
