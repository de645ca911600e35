import { expect, it } from 'vitest'
import { mergeLead } from '../../../src/domain/lead/merge-lead.ts'
import { aHeldLead, aReceivedLead } from '../../support/leads.ts'

const known = (details: object) => aHeldLead({ details }).after
const news = (details: object) => aReceivedLead({ details })
const attributesOf = (lead: ReturnType<typeof mergeLead>) => lead?.details.attributes ?? {}
const many = (from: number, count: number) =>
  Object.fromEntries(Array.from({ length: count }, (_, n) => [`a${from + n}`, `${from + n}`]))

it('hears nothing new in a zero of the other sign, nor in a field that says nothing', () => {
  expect(mergeLead(known({ employees: 0 }), news({ employees: -0 }))).toBeNull()
  expect(mergeLead(known({}), news({ city: undefined }))).toBeNull()
  const scored = { ...known({}), senderScore: { points: 0, reasons: ['x'] } }
  expect(mergeLead(scored, { ...news({}), senderScore: { points: -0, reasons: ['x'] } })).toBeNull()
  expect(mergeLead(known({ employees: 0 }), news({ employees: 1 }))?.details.employees).toBe(1)
})

it('keeps what was just said, and of earlier attributes as many as there is room for', () => {
  const full = mergeLead(known({ attributes: many(0, 60) }), news({ attributes: many(50, 60) }))
  expect(attributesOf(full)).toEqual({ ...many(0, 40), ...many(50, 60) })
  const again = known({ attributes: attributesOf(full) })
  expect(mergeLead(again, news({ attributes: many(50, 60) }))).toBeNull()
  expect(attributesOf(mergeLead(again, news({ attributes: many(500, 100) })))).toEqual(many(500, 100))
})
