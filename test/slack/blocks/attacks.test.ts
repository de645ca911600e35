import { describe, expect, it } from 'vitest'
import { defaultPersonas, defaultPlaybook } from '../../../prisma/seed.ts'
import { digestOf } from '../../../src/domain/digest/digest-of.ts'
import type { LedgerEntry } from '../../../src/domain/ledger/entry.ts'
import { lineOf } from '../../../src/domain/ledger/entry.ts'
import type { Lead } from '../../../src/domain/lead/lead.ts'
import type { ShownRound } from '../../../src/domain/privacy/shown-lead.ts'
import { liveInCall } from '../../../src/sandbox/live/live.ts'
import { allow } from '../../../src/domain/handoff/refusal.ts'
import { violations } from '../../../src/sandbox/limits/limits.ts'
import { askedAgain } from '../../../src/slack/blocks/card/asked-again.ts'
import { changeModal } from '../../../src/slack/blocks/ledger/change-modal.ts'
import { contactModal } from '../../../src/slack/blocks/card/contact-modal.ts'
import { digestDetails } from '../../../src/slack/blocks/digest/digest-details.ts'
import { digestMessage, digestText } from '../../../src/slack/blocks/digest/digest.ts'
import { homeView } from '../../../src/slack/blocks/card/home.ts'
import { leadCard } from '../../../src/slack/blocks/card/lead-card.ts'
import { leadList } from '../../../src/slack/blocks/card/lead-list.ts'
import { ledgerList, ledgerNote } from '../../../src/slack/blocks/ledger/ledger-lines.ts'
import type { Reader } from '../../../src/slack/blocks/parts/reader.ts'
import type { Message } from '../../../src/slack/blocks/parts/message.ts'
import { notFound, sourceUnknown } from '../../../src/slack/blocks/glossary/not-found.ts'
import { praisePrompt } from '../../../src/slack/blocks/card/praise-prompt.ts'
import { rejectModal } from '../../../src/slack/blocks/card/reject-modal.ts'
import { threadNote } from '../../../src/slack/blocks/card/thread-note.ts'
import { whyModal } from '../../../src/slack/blocks/digest/why-modal.ts'
import { attacks, refused } from '../../support/attacks.ts'
import { core, readBy } from '../../support/what-is-read.ts'
import { aHanded, countedByHand, rejected, shownWhole } from '../../support/cohort.ts'
import { after, anOpenLead, at, latest, listedAll, rejection, roundOf, shown } from '../../support/leads.ts'
import { seen } from '../../support/team.ts'

/** What nothing at the door has cleaned: blocks must do without it, for what was stored before there was a door. */
const all = [...attacks, ...refused]
const looks = (['en', 'de'] as const).map((language): Reader => ({
  ...{ language, zone: 'Europe/Berlin', playbook: defaultPlaybook },
}))

function leadOf(text: string): Lead {
  const fields = [
    'name',
    'title',
    'department',
    'seniority',
    'company',
    'industry',
    'country',
    'region',
    'city',
  ]
  const more = ['campaign', 'request', 'message', 'email', 'phone', 'website']
  const details = Object.fromEntries([...fields, ...more].map((field) => [field, text]))
  const lead = anOpenLead({
    source: text,
    externalId: text,
    details: { ...details, attributes: { [text]: text } },
  })
  const handoff = latest(lead)
  const duplicates = [1, 2].map(() => ({ source: text, externalId: text, at: at('10:00') }))
  const senderScore = { points: 7, reasons: [text, text] }
  const qualification = { ...handoff.qualification, senderScore }
  return { ...lead, handoffs: [{ ...handoff, duplicates, qualification }] }
}

const decided = (lead: Lead, text: string): Lead =>
  after(
    lead,
    rejection('duplicate', { evidence: { attribute: null, stated: null, actual: text }, note: text }),
  )
const disputed = (lead: Lead, text: string): Lead =>
  after(
    lead,
    rejection('bad-data', { evidence: { attribute: 'title', stated: text, actual: text }, note: text }),
  )
/** The same person comes again. */
const back = (lead: Lead, last: Lead): ShownRound => ({ ...shown(lead), last: shown(last).handoff })

const figuresOf = (text: string) => {
  const handed = Array.from({ length: 9 }, () =>
    aHanded(rejected('spam', { source: text, campaign: text, note: text, workingMinutes: 5 })),
  )
  const period = {
    week: '2026-W47',
    from: new Date('2026-11-15T23:00:00Z'),
    to: new Date('2026-11-22T23:00:00Z'),
  }
  return shownWhole({
    ...digestOf(countedByHand(handed, period.to), period),
    ledger: { made: [lineOf(entryOf(text))], measured: [] },
    misses: [1, 2].map((count) => ({ term: text, count })),
  })
}

const entryOf = (text: string): LedgerEntry => ({
  ...{ id: 'e1', week: '2026-W47', kind: 'changed', target: { by: 'campaign', key: text }, what: text },
  ...{ by: 'U0CARLA', at: at('10:00'), since: at('09:00'), measured: null },
})

function messagesOf(text: string, look: Reader): Message[] {
  const [lead, figures, names] = [
    leadOf(text),
    figuresOf(text),
    { personas: defaultPersonas, filter: 'posted' as const },
  ]
  const ends = [decided(lead, text), disputed(lead, text)]
  const rounds = [...[lead, ...ends].map((one) => shown(one)), ...ends.map((last) => back(lead, last))]
  return [
    ...rounds.map((round) => leadCard(round, look)),
    leadList(listedAll([lead, decided(lead, text)]), look, text),
    notFound({ kind: 'persona', term: text, suggestions: [] }, look),
    notFound({ kind: 'definition', term: text, suggestions: [] }, look),
    sourceUnknown({ term: text, sources: [text, text] }, look),
    praisePrompt(roundOf(lead), look),
    askedAgain(lead, { acceptedAt: at('10:00'), channel: 'C0LEADS' }, look),
    threadNote({ type: 'duplicate', source: text, externalId: text }, look),
    threadNote({ type: 'rejected', by: 'U0ANNA', reason: text }, look),
    digestMessage(figures, look, names),
    digestDetails(figures, look, defaultPersonas),
    ledgerNote(entryOf(text), look, defaultPersonas),
    ledgerList(
      Array.from({ length: 20 }, () => entryOf(text)),
      look,
      defaultPersonas,
    ),
  ]
}

function viewsOf(text: string, look: Reader) {
  const [lead, figures] = [leadOf(text), figuresOf(text)]
  const number = { name: 'campaign', key: text } as const
  return [
    ...defaultPlaybook.reasons.map(({ code }) =>
      rejectModal(roundOf(lead), look, { chosen: code, noteKeptBack: false }),
    ),
    contactModal(lead, look),
    contactModal({ ...lead, details: { attributes: {} } }, look),
    whyModal({ number, rate: null, leads: listedAll([lead]) }, look, defaultPersonas),
    changeModal({ id: 'c1', figures, today: '2026-11-18' }, look, defaultPersonas),
  ]
}

const coreOf = (text: string) => core(text, Infinity)

const meant = new Set(['<@U0ANNA>', '<@U0CARLA>', '<#C0LEADS>'])
const unmeant = (one: object, method: string) =>
  liveInCall(method, { parse: 'none', ...one }).filter(
    ({ kind, what }) => kind !== 'bold' && !meant.has(what),
  )

describe.each(looks)('text from outside in $language', (look) => {
  it.each(all)('$name is dead everywhere, within all limits', ({ text }) => {
    for (const message of messagesOf(text, look)) {
      expect(unmeant(message, 'chat.postMessage')).toEqual([])
      expect(violations('message', message)).toEqual([])
    }
    const home = homeView({
      name: text,
      outcome: allow({ open: listedAll([leadOf(text)]), accepted: listedAll([leadOf(text)]) }),
      troubles: [],
      reader: look,
    })
    for (const view of [...viewsOf(text, look), home]) {
      expect(unmeant({ view }, 'views.open')).toEqual([])
      expect(violations(view.type, view)).toEqual([])
    }
  })

  it.each(attacks)('$name can still be read', ({ text }) => {
    const lead = decided(leadOf(text), text)
    const { text: spoken, blocks } = leadCard(shown(lead), look)
    const views = [contactModal(lead, look), digestDetails(figuresOf(text), look, []).blocks]
    for (const one of [{ text: spoken }, blocks, ...views]) expect(coreOf(readBy(one))).toContain(core(text))
    expect(coreOf(digestText(figuresOf(text), look, []))).toContain(core(text))
  })

  it.each(attacks)('$name is one line of the card, and none that Baton did not write', ({ text }) => {
    const linesOf = (lead: Lead) => seen(leadCard(shown(lead), look)).split('\n').length
    expect(linesOf(leadOf(text))).toBeLessThanOrEqual(linesOf(leadOf('Acme')))
  })

  it('shows nothing live on a terminal', () => {
    for (const { text } of all)
      expect(digestText(figuresOf(text), look, [])).not.toMatch(/(?!\n)[\p{Cc}\u202E\u2066-\u2069]/u)
  })
})

it('knows at least sixty attacks', () => {
  expect(new Set(attacks.map(({ text }) => text)).size).toBeGreaterThanOrEqual(60)
})
