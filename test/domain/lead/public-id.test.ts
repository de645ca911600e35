import { describe, expect, it } from 'vitest'
import { publicId } from '../../../src/domain/lead/public-id.ts'

const known = [{}, { phone: '+1 (415) 555-0123' }]

describe('an id of a sender', () => {
  it.each(['hs-1', '51', '98765432101', '00Q5e00001abcdeEAA', '3f2504e0-4f89-11d3-9a0c-0305e82c3301'])(
    'is shown in a channel: %s',
    (id) => expect(publicId(id, known)).toBe(id),
  )

  it.each([
    ...['anna@acme.example', 'crm:Anna@acme.example', 'anna＠acme.example'],
    ...['+49 30 1234567', '0049301234567', '(030) 123-4567', '030 1234567', '415-555-0123', '123 4567'],
    ...['4155550123', '14155550123', 'tel:4155550123'],
  ])('is kept back where it is a means of contact: %s', (id) => expect(publicId(id, known)).toBeNull())

  it('is nothing where there is none', () => expect(publicId(null, known)).toBeNull())
})
