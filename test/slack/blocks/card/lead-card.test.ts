import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { defaultPlaybook } from '../../../../prisma/seed.ts'
import type { Lead } from '../../../../src/domain/lead/lead.ts'
import { violations } from '../../../../src/sandbox/limits/limits.ts'
import { contactModal } from '../../../../src/slack/blocks/card/contact-modal.ts'
import { leadCard } from '../../../../src/slack/blocks/card/lead-card.ts'
import type { Reader } from '../../../../src/slack/blocks/parts/reader.ts'
import type { Message } from '../../../../src/slack/blocks/parts/message.ts'
import { rejectModal } from '../../../../src/slack/blocks/card/reject-modal.ts'
import { after, anOpenLead, latest, person, rejection, roundOf, shown } from '../../../support/leads.ts'

const look = (language: 'en' | 'de'): Reader => ({
  ...{ language, zone: 'Europe/Berlin', playbook: defaultPlaybook },
})
const open = anOpenLead()
const evidence = { attribute: 'title', stated: 'VP Sales', actual: 'Intern' }
const nameless: Lead = { ...open, details: { attributes: {}, company: 'Acme' } }
const unknown: Lead = { ...open, details: { attributes: {} } }
const accepted = after(open, { type: 'accept' })
const states: [string, Lead][] = [
  ['open', open],
  ['accepted', accepted],
  ['praised', after(accepted, { type: 'praise', praise: 'clear-intent' })],
  ['rejected', after(open, rejection('role-fit', { evidence, note: 'not a buyer' }), person('U0BEN'))],
  ['expired', after(open, { type: 'expire' })],
  ['a duplicate noted', after(open, { type: 'note-duplicate', source: 'webinar', externalId: 'w-1' })],
  ['without a name', nameless],
  ['without anything', unknown],
  ['a test', { ...open, isTest: true }],
]

describe.each(['en', 'de'] as const)('a card in %s', (language) => {
  it.each(states)('%s: looks as agreed and is taken by Slack', (_state, lead) => {
    const card = leadCard(shown(lead), look(language))
    expect(card).toMatchSnapshot()
    expect(violations('message', card)).toEqual([])
  })
})

/** What Slack reads as markup: the top-level text, and every mrkdwn. In plain_text nothing is markup. */
function markup(card: Message): string[] {
  const found = [...JSON.stringify(card.blocks).matchAll(/"type":"mrkdwn","text":"((?:[^"\\]|\\.)*)"/g)]
  return [card.text, ...found.map((match) => match[1] ?? '')]
}

describe('a card', () => {
  it.each([
    [49, 'en', 'Score 49 (by score alone it would take 50)'],
    [49, 'de', '49 Punkte (allein nach Punkten wären 50 nötig)'],
    [50, 'en', 'Score 50 (qualified from 50)'],
  ] as const)('with %i points says in %s what they were worth', (points, language, words) => {
    const handoff = structuredClone(latest(open))
    handoff.qualification.score.points = points
    const card = leadCard(shown({ ...open, handoffs: [handoff] }), look(language))
    expect(card.text).toContain(words)
  })

  it('has no name where the channel is shared with others', () => {
    const { name = '' } = open.details
    expect(name).not.toBe('')
    expect(JSON.stringify(leadCard(shown(open), look('en')))).toContain(name)
    expect(JSON.stringify(leadCard(shown(open, false), look('en')))).not.toContain(name)
  })

  it('never shows how to reach somebody, not even when that was the wrong fact', () => {
    const details = { ...open.details, email: 'secret@example.com', phone: '+49 30 998877' }
    const lead: Lead = { ...open, details }
    const wrong = { attribute: 'phone', stated: '+49 30 998877', actual: '+49 30 112233' }
    const rejected = after(lead, rejection('bad-data', { evidence: wrong }))
    const again = { ...shown(lead), last: shown(rejected).handoff }
    for (const round of [shown(lead), shown(rejected), again])
      expect(JSON.stringify(leadCard(round, look('en')))).not.toMatch(/secret@|998877|112233/)
  })

  it('keeps Slack’s limits and shows no live mention or link, whatever a lead says', () => {
    const nasty = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 6000 }),
      fc.constantFrom(
        '<!channel>',
        '<@U0ANNA>',
        '<https://evil.example|x>',
        '\u202Egnp.exe',
        '👩‍👩‍👧‍👦'.repeat(400),
        '&'.repeat(3000),
      ),
    )
    fc.assert(
      fc.property(
        fc.record({ name: nasty, company: nasty, title: nasty, campaign: nasty, message: nasty }),
        (facts) => {
          const lead = anOpenLead({ source: facts.name, details: facts })
          for (const language of ['en', 'de'] as const) {
            const card = leadCard(shown(lead), look(language))
            expect(violations('message', card)).toEqual([])
            for (const text of markup(card)) expect(text).not.toMatch(/<[!@#h]/)
            expect(JSON.stringify(card)).not.toMatch(/[\u202A-\u202E\u2066-\u2069]/)
            const asked = { chosen: 'bad-data', noteKeptBack: true }
            expect(violations('modal', rejectModal(roundOf(lead), look(language), asked))).toEqual([])
            expect(violations('modal', contactModal(lead, look(language)))).toEqual([])
          }
        },
      ),
      { numRuns: 60, seed: 7 },
    )
  })
})
