import { describe, expect, it } from 'vitest'
import { defaultDefinitions, defaultPersonas, defaultPlaybook } from '../../../prisma/seed.ts'
import { allow, type Refusal } from '../../../src/domain/handoff/refusal.ts'
import type { Trouble } from '../../../src/domain/notice/trouble.ts'
import { violations } from '../../../src/sandbox/limits/limits.ts'
import { askedAgain } from '../../../src/slack/blocks/card/asked-again.ts'
import { definitionList, definitionMessage } from '../../../src/slack/blocks/glossary/definition.ts'
import { homeView } from '../../../src/slack/blocks/card/home.ts'
import { leadList } from '../../../src/slack/blocks/card/lead-list.ts'
import type { Reader } from '../../../src/slack/blocks/parts/reader.ts'
import { personaList, personaMessage } from '../../../src/slack/blocks/glossary/persona.ts'
import { praisePrompt } from '../../../src/slack/blocks/card/praise-prompt.ts'
import { refusalMessage, refusalModal } from '../../../src/slack/blocks/parts/refusal.ts'
import { rejectModal } from '../../../src/slack/blocks/card/reject-modal.ts'
import { troubleMessage } from '../../../src/slack/blocks/parts/trouble.ts'
import { anOpenLead, at, listedAll, roundOf } from '../../support/leads.ts'

const looks = (['en', 'de'] as const).map((language): Reader => ({
  language,
  zone: 'Europe/Berlin',
  playbook: defaultPlaybook,
}))
const personas = defaultPersonas.map((persona) => ({ ...persona, version: 1 }))
const definitions = defaultDefinitions.map((definition) => ({
  ...definition,
  version: 1,
  since: at('09:00'),
}))
const lead = anOpenLead()
const troubles = [
  ...[
    'channel_not_found',
    'not_in_channel',
    'is_archived',
    'restricted_action_thread_locked',
    'invalid_blocks',
  ],
  ...[
    'message_not_found',
    'user_not_found',
    'the card was never posted',
    "can't be drawn: Error",
    'new_code',
  ],
].map((cause): Trouble => ({
  ...{ lane: 'C0LEADS', cause, count: 300, leads: 100, tries: 300, since: at('09:05'), isReport: false },
}))
/** More than App Home has room for, with the longest of causes. */
const manyTroubles = Array.from({ length: 40 }, (_, index): Trouble => ({
  ...{ lane: `C0${index}`, cause: "can't be drawn: ".padEnd(300, '<'), count: 1, leads: 1, tries: 10 },
  ...{ since: at('09:05'), isReport: false },
}))
const decision = { by: 'U0ANNA', at: at('09:05'), workingMinutes: null }
const refusals: Refusal[] = [
  { kind: 'already-decided', decision: { ...decision, kind: 'accepted', praise: null } },
  { kind: 'expired', at: at('09:05') },
  { kind: 'not-handed-off' },
  { kind: 'still-open' },
  { kind: 'lead-unknown' },
  ...(['guest', 'stranger', 'bot', 'deleted', 'role'] as const).map(
    (barrier) => ({ kind: 'not-allowed', barrier }) as const,
  ),
  { kind: 'reason-unknown', code: 'x' },
  { kind: 'note-required' },
  { kind: 'evidence-required' },
  { kind: 'not-yours', owner: 'U0ANNA' },
]

describe.each(looks)('what Baton says in $language', (look) => {
  it.each(refusals)('refuses with a text of its own: $kind $barrier', (refusal) => {
    expect(violations('message', refusalMessage(refusal, look))).toEqual([])
    expect(violations('modal', refusalModal(refusal, look))).toEqual([])
    expect(refusalMessage(refusal, look).text).toMatchSnapshot()
  })

  it.each([undefined, ...defaultPlaybook.reasons.map(({ code }) => code)])(
    'asks for the evidence of %s',
    (code) => {
      const modal = rejectModal(roundOf(lead), look, { chosen: code, noteKeptBack: false })
      expect(violations('modal', modal)).toEqual([])
      expect(modal).toMatchSnapshot()
    },
  )

  it('shows every persona and definition within Slack’s limits', () => {
    const messages = [
      personaList(personas, look),
      definitionList(definitions, look),
      ...personas.map((persona) => personaMessage(persona, look, { share: true })),
      ...definitions.map((definition) => definitionMessage(definition, look, { share: true })),
      leadList(listedAll([lead]), look, 'Leads'),
      leadList([], look, 'Leads'),
      praisePrompt(roundOf(lead), look),
      askedAgain(lead, { acceptedAt: at('09:05'), channel: 'C0LEADS' }, look),
    ]
    for (const message of messages) expect(violations('message', message)).toEqual([])
    const outcome = allow({ open: listedAll(Array.from({ length: 10 }, () => lead)), accepted: [] })
    const home = homeView({ name: 'Anna', outcome, troubles: manyTroubles, reader: look })
    expect(violations('home', home)).toEqual([])
  })

  it.each(troubles)('tells operations what to do about $cause', (trouble) => {
    const message = troubleMessage(trouble, trouble, look)
    expect(violations('message', message)).toEqual([])
    expect(message.text).toMatchSnapshot()
    expect(violations('message', troubleMessage(trouble, null, look))).toEqual([])
  })
})
