import { describe, expect, it } from 'vitest'
import { asksAgain } from '../../../src/domain/handoff/asks-again.ts'
import type { LeadDetails } from '../../../src/domain/lead/lead-details.ts'
import { aReceivedLead } from '../../support/leads.ts'

const known = (details: Partial<LeadDetails>) => ({ details: { attributes: {}, ...details } })

const nameless = { externalId: undefined }

const table: [string, Partial<LeadDetails>, Parameters<typeof aReceivedLead>[0], boolean][] = [
  ['a request where there was none', {}, { details: { request: 'demo' } }, true],
  ['another request', { request: 'download' }, { details: { request: 'pricing' } }, true],
  ['the same request', { request: 'demo' }, { details: { request: 'demo' } }, false],
  [
    'the same request in other letters',
    { request: 'Demo  call' },
    { details: { request: ' demo CALL' } },
    false,
  ],
  ['no word about a request', { request: 'demo' }, {}, false],
  ['a message where there was none', {}, { details: { message: 'Call me, please.' } }, true],
  ['another message', { message: 'Call me.' }, { details: { message: 'Nobody called!' } }, true],
  ['the same message', { message: 'Call me.' }, { details: { message: 'Call me.' } }, false],
  [
    'the same message, wrapped otherwise',
    { message: 'Call\nme.' },
    { details: { message: 'Call me.\n' } },
    false,
  ],
  ['a message that holds nothing', {}, { details: { message: '\n ' } }, false],
  [
    'the same request with a new message',
    { request: 'demo' },
    { details: { request: 'demo', message: 'Today?' } },
    true,
  ],
  [
    'the same request, from a sender that names nobody',
    { request: 'demo' },
    { ...nameless, details: { request: 'demo' } },
    true,
  ],
  [
    'the same message, from such a sender',
    { message: 'Call me.' },
    { ...nameless, details: { message: 'Call me.' } },
    true,
  ],
  [
    'a title alone, from such a sender',
    { request: 'demo' },
    { ...nameless, details: { title: 'CEO' } },
    false,
  ],
  [
    'a repeat that such a sender calls one',
    {},
    { ...nameless, asksAgain: false, details: { request: 'demo' } },
    false,
  ],
  ['another title', { title: 'CTO' }, { details: { title: 'CEO' } }, false],
  ['another campaign', { campaign: 'spring' }, { details: { campaign: 'autumn' } }, false],
  ['another phone number', { phone: '1' }, { details: { phone: '2' } }, false],
  ['a higher score of its sender', {}, { senderScore: { points: 99, reasons: [] } }, false],
  ['its sender’s word that it is qualified', {}, { qualified: true }, false],
  ['its sender’s word that it asks again', { request: 'demo' }, { asksAgain: true }, true],
  ['a new request that its sender calls none', {}, { asksAgain: false, details: { request: 'demo' } }, false],
]

describe('somebody whom sales has had asks again', () => {
  it.each(table)('by %s: or not', (...[, before, news, expected]) => {
    expect(asksAgain(known(before), aReceivedLead(news))).toBe(expected)
  })
})
