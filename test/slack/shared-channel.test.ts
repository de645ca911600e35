import { pino } from 'pino'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { rejectLead } from '../../src/flows/handoff/reject-lead.ts'
import { receiveLeads } from '../../src/flows/intake/receive-leads.ts'
import { sendDueDigest } from '../../src/flows/digest/send-due-digest.ts'
import { defaultPlaybook } from '../../prisma/seed.ts'
import { updateCardNow } from '../../src/slack/drawing/card-now.ts'
import { sharedChannels } from '../../src/slack/drawing/channels.ts'
import { postingClient } from '../../src/slack/connection/clients.ts'
import { renderNotice } from '../../src/slack/drawing/render-notice.ts'
import { engines } from '../support/database.ts'
import { openDesk, roundIdOf, type Desk } from '../support/desk.ts'
import { aReceivedLead } from '../support/leads.ts'
import { scriptedSlack } from './scripted-slack.ts'

const [engine] = engines
/** Every text about the person names her, or the person who was met in her place. */
const named = /Mia|Muster|Quinn/
const qualified = aReceivedLead({
  ...{ externalId: 'W-1', qualified: true, senderScore: { points: 70, reasons: ['Mia opened three mails'] } },
  details: { name: 'Mia Muster', email: 'mia@example.com', company: 'Acme', message: 'Ask for Mia.' },
})
const twin = aReceivedLead({
  ...{ source: 'crm', externalId: 'Muster-9', qualified: true, details: { email: 'mia@example.com' } },
})
const words = {
  evidence: { attribute: 'title', stated: null, actual: 'Mia is an intern' },
  note: 'Met Quinn instead.',
}

describe('a channel that another organisation reads', () => {
  let desk: Desk
  let slack: Awaited<ReturnType<typeof scriptedSlack>>
  beforeEach(async () => {
    if (!engine) throw new Error('no database engine to test on')
    slack = await scriptedSlack()
    slack.knows.set('conversations.info', (args) => ({
      channel: { id: args.get('channel'), is_ext_shared: true },
    }))
    desk = await openDesk(engine)
  })
  afterEach(async () => {
    slack.stop()
    await desk[Symbol.asyncDispose]()
  })

  const client = () => postingClient({ botToken: 'xoxb-test', apiUrl: slack.apiUrl }, 3_000)
  const channels = () => sharedChannels({ client: client(), now: desk.deps.now })

  /** What of the outbox would stand in the channel, by kind, each drawn as it falls due. */
  async function drawn(): Promise<[string, string][]> {
    const all: [string, string][] = []
    for (;;) {
      const now = desk.deps.now()
      const notice = await desk.outbox.claim({ now, owner: 'test', leaseMs: 1000 })
      if (!notice) return all
      all.push([notice.content.kind, JSON.stringify(await renderNotice(notice, desk.deps, channels()))])
      await desk.outbox.sent(notice, { ts: `1.${all.length}`, at: now, freeAt: now })
    }
  }

  /** A lead's whole story: its card, a duplicate, a rejection in sales' words, and the digest that quotes them. */
  async function story(): Promise<[string, string][]> {
    const [received] = await receiveLeads(desk.deps, { leads: [qualified] })
    const first = await drawn()
    await receiveLeads(desk.deps, { leads: [twin] })
    const handoffId = await roundIdOf(desk.deps, received?.leadId)
    const outcome = await rejectLead(desk.deps, { handoffId, userId: 'U0ANNA', reason: 'role-fit', ...words })
    if (!outcome.ok) throw new Error(outcome.refusal.kind)
    const log = pino({ level: 'silent' })
    const door = { deps: desk.deps, channels: channels(), client: client(), log, nudge: () => undefined }
    await updateCardNow(door, client(), outcome.value)
    const now = slack.messages.map(({ method, args }): [string, string] => [method, args.toString()])
    const rest = await drawn()
    desk.setClock(new Date('2026-11-23T09:00:00+01:00'))
    await sendDueDigest(desk.deps)
    return [...first, ...now, ...rest, ...(await drawn())]
  }

  it('reads nothing that names a person: no words of sales, of the sender or of the lead', async () => {
    const all = await story()
    expect(all.map(([kind]) => kind)).toEqual(
      expect.arrayContaining(['card', 'chat.update', 'card-update', 'thread', 'digest']),
    )
    expect(all.filter(([, text]) => named.test(text))).toEqual([])
    expect(all.flatMap(([kind, text]) => (text.includes('own words') ? [kind] : []))).toContain('digest')
    expect(
      all.filter(([, text]) => /not.shown.in.a.shared.channel/.test(text)).map(([kind]) => kind),
    ).toEqual(expect.arrayContaining(['chat.update', 'card-update']))
  })

  it('reads it all where the playbook allows it, e-mail and phone never', async () => {
    await desk.agree({ privacy: { ...defaultPlaybook.privacy, personalDataInSharedChannels: true } })
    const all = await story()
    const naming = all.filter(([, text]) => named.test(text)).map(([kind]) => kind)
    expect(new Set(naming)).toEqual(new Set(['card', 'chat.update', 'card-update', 'thread', 'digest']))
    expect(all.filter(([, text]) => text.includes('mia@'))).toEqual([])
  })
})
