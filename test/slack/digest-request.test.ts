import { expect, it } from 'vitest'
import { parseDigestRequest } from '../../src/slack/digest-request.ts'

it.each([
  ['', { week: 'this', source: null, persona: null }],
  ['last', { week: 'last', source: null, persona: null }],
  ['2026-w47', { week: '2026-W47', source: null, persona: null }],
  ['LAST source Webinar', { week: 'last', source: 'Webinar', persona: null }],
  ['source spring  fair 2026', { week: 'this', source: 'spring fair 2026', persona: null }],
  ['persona sales leader', { week: 'this', source: null, persona: 'sales leader' }],
  ['last persona it lead source website', { week: 'last', source: 'website', persona: 'it lead' }],
])('reads “%s”', (text, request) => {
  expect(parseDigestRequest(text)).toEqual(request)
})

it.each(['help', 'next', '2026-W54', 'last week', 'source', 'last source persona x', 'webinar source x'])(
  'does not guess what “%s” means',
  (text) => {
    expect(parseDigestRequest(text)).toBeNull()
  },
)
