import { expect, it } from 'vitest'
import { eventFromRow, eventToRow } from '../../../src/db/rows/event-row.ts'
import type { LeadEvent } from '../../../src/domain/handoff/events.ts'
import { formatOf } from '../../../src/domain/document/stored.ts'
import { storedEvent } from '../../../src/domain/handoff/stored-event.ts'
import { at, person } from '../../support/leads.ts'

/** Somebody accepted a lead, as the database keeps it. */
const row = {
  ...{ leadId: 'lead-1', version: 3, type: 'lead-accepted', at: at('10:00'), format: formatOf(storedEvent) },
  ...{ actor: { kind: 'person', id: 'U0ANNA' }, data: { workingMinutes: 5 }, handoffId: 'handoff-1' },
}
const event: LeadEvent = {
  ...{ leadId: 'lead-1', version: 3, type: 'lead-accepted', at: at('10:00') },
  ...{ by: person('U0ANNA'), workingMinutes: 5, handoffId: 'handoff-1' },
}

it('an event is written, and read as it was written', () => {
  expect(eventToRow(event)).toEqual(row)
  expect(eventFromRow(row)).toEqual(event)
})

it.each([
  ['a later version wrote', { format: 99 }, /format 99 is of a newer version/],
  ['is about no round', { handoffId: null }, /handoffId/],
  ['somebody broke by hand', { data: { workingMinutes: 'five' } }, /workingMinutes/],
  ['has no data at all', { data: null }, /workingMinutes/],
  ['nobody caused', { actor: { kind: 'ghost' } }, /kind/],
])('an event that %s names its lead and version, and says why', (_what, broken, why) => {
  const reading = () => eventFromRow({ ...row, ...broken })
  expect(reading).toThrow(`LeadEvent ${event.version} of lead ${event.leadId} can’t be read`)
  expect(reading).toThrow(why)
})
