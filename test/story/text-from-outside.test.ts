import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { recordChange } from '../../src/flows/ledger/record-change.ts'
import { targetsOf } from '../../src/domain/digest/targets.ts'
import { rejectLead } from '../../src/flows/handoff/reject-lead.ts'
import { attacks, refused, within } from '../support/attacks.ts'
import { core, readBy } from '../support/what-is-read.ts'
import { attackAt, fieldsOf, hostileLeads } from '../support/hostile-leads.ts'
import { anna, ben, carla, leads, marketing } from '../support/people.ts'
import { aTeam, type Team } from '../support/team.ts'
import { settled } from '../support/wait-for-counts.ts'
import { spans } from '../docs/shown.ts'

const visible = attacks.filter(({ isUnseen }) => !isUnseen)
const stringsIn = (value: unknown): string[] => {
  if (typeof value === 'string') return [value]
  if (typeof value !== 'object' || value === null) return []
  return [...Object.keys(value), ...Object.values(value).flatMap(stringsIn)]
}
/** A short text may stand in a longer one by chance. */
const isSaidIn = (one: string, text: string): boolean =>
  text.length > 12 ? one.includes(text.slice(0, 40)) : one === text
const coreOf = (shown: unknown) => core(readBy(shown), Infinity)

describe('text from outside', () => {
  let team: Team
  const cards = () => team.slack.messages(leads).filter((message) => message.thread_ts === undefined)
  const digests = () => team.slack.messages(marketing).filter((message) => message.thread_ts === undefined)
  const handoffs = async () =>
    (await team.baton.deps.db.leads.open(hostileLeads.length)).map(({ handoff }) => handoff?.id ?? '')
  const shown = (looks: () => boolean, what: string) => team.slack.waitFor(() => looks() || undefined, what)

  beforeAll(async () => {
    team = await aTeam()
    for (const [index, user] of team.slack.state.users.entries()) user.real_name = attackAt(index).text
    const answer = await team.send(hostileLeads)
    if (answer.status !== 202) throw new Error(`refused: ${JSON.stringify(answer.body)}`)
    await shown(() => cards().length === hostileLeads.length, 'every card')
  })
  afterAll(() => team[Symbol.asyncDispose]())

  it('stands on the card, field by field, as the same text', () => {
    const all = cards().map((card) => coreOf(card.blocks))
    for (const index of hostileLeads.keys()) {
      const said = fieldsOf(index).filter(({ field }) => !['seniority', 'region'].includes(field))
      const lines = said.map(({ attack: { text } }) => core(within(text, 255), 12))
      expect(all[index], `lead ${index}`).toSatisfy((card: string) =>
        lines.every((line) => card.includes(line)),
      )
    }
  })

  it('goes through the modals: contact, rejection, explanation', async () => {
    const acting = team.slack.as(anna)
    for (const [index, { text }] of visible.filter((_, place) => place % 9 === 0).entries()) {
      const card = cards()[index]
      if (!card) throw new Error('no card')
      await acting.click(card, 'lead.show-contact')
      await shown(() => acting.view() !== undefined, 'the contact')
      await acting.closeModal()
      await acting.click(card, 'lead.reject')
      await shown(() => acting.view() !== undefined, 'the modal')
      await acting.fill({ reason: 'role-fit' })
      await shown(() => readBy(acting.view()?.blocks).includes('Title:'), 'the facts')
      await acting.submit({ 'actual:role-fit': within(text, 300), note: within(text, 1000) })
      expect(acting.view()).toBeUndefined()
      await shown(() => coreOf(cards()[index]?.blocks).includes('Rejectedby'), 'the locked card')
      expect(coreOf(cards()[index]?.blocks)).toContain(`Note${core(text)}`)
    }
  })

  it('is decided upon, and the card says in whose words', async () => {
    const some = (await handoffs()).filter((_, place) => place % 2 === 0)
    for (const [index, handoffId] of some.entries()) {
      const { text } = attackAt(index)
      const evidence = {
        attribute: index % 2 ? 'title' : null,
        stated: null,
        actual: attackAt(index + 1).text,
      }
      const reason = index % 2 ? 'role-fit' : 'spam'
      const note = within(text, 1000)
      const outcome = await rejectLead(team.baton.deps, { handoffId, userId: ben, reason, evidence, note })
      expect(outcome.ok).toBe(true)
    }
    await settled(team)
    const rejectedCards = cards().filter((card) => coreOf(card.blocks).includes('Rejectedby'))
    expect(rejectedCards.length).toBeGreaterThan(some.length)
  })

  it('is typed into commands, and answered', async () => {
    const others = ['/persona', '/define', '/digest']
    for (const [index, { text }] of attacks.entries()) {
      const typed = within(text, 900)
      const asks = ['/lead', others[index % others.length] ?? ''].map((command) =>
        team.slack.as(carla).command(command, command === '/digest' ? `this source ${typed}` : typed),
      )
      await Promise.all(asks)
    }
    await shown(() => team.slack.ephemerals(carla).length === attacks.length * 2, 'every answer')
    const answers = team.slack.ephemerals(carla).map((message) => coreOf(message.blocks))
    for (const { text } of visible)
      expect(answers.filter((answer) => answer.includes(core(text, 12))).length).toBeGreaterThan(1)
  })

  it('is in App Home, as a name and as leads', async () => {
    for (const userId of [anna, ben, carla])
      expect(coreOf((await team.slack.as(userId).home()).blocks)).not.toBe('')
  })

  it('is counted and quoted in the digest, its details, its figures and the ledger', async () => {
    team.setClock(new Date('2026-11-23T09:00:00+01:00'))
    await team.baton.lookNow()
    await settled(team)
    const [digest] = digests()
    if (!digest) throw new Error('no digest')
    const figures = await team.baton.deps.db.digests.find('marketing', '2026-W47')
    const campaigns = figures ? targetsOf(figures).filter(({ by }) => by === 'campaign') : []
    // A few attacks are the same text once what can't be seen is gone.
    expect(campaigns.length).toBeGreaterThan(visible.length * 0.9)
    for (const [index, { text }] of visible.entries()) {
      const target = campaigns[index % campaigns.length] ?? { by: 'all', key: '' }
      const change = {
        id: `c${index}`,
        userId: carla,
        week: '2026-W47',
        what: within(text, 300),
        day: null,
      }
      expect(await recordChange(team.baton.deps, { ...change, target })).toMatchObject({ ok: true })
    }
    await settled(team)
    const thread = team.slack.thread(marketing, digest.ts)
    expect(thread.length).toBeGreaterThan(visible.length)
    await team.slack.as(carla).command('/digest', 'changes')
    await explained(digest)
    const url = thread.flatMap(({ files = [] }) => files)[0]?.url_private ?? ''
    const csv = await (await fetch(url)).text()
    expect(csv.split('\r\n').length === 1 ? csv.split('\n') : csv.split('\r\n')).not.toContainEqual(
      expect.stringMatching(/(?:^|,)"?\s*[=+\-@＝＋－＠]/u),
    )
    expect(csv).not.toMatch(/(?![\r\n])[\p{Cc}\u202A-\u202E\u2066-\u2069\u200B]/u)
    for (const { text } of visible) expect(core(csv, Infinity)).toContain(core(within(text, 255), 12))
  })

  it('showed nothing live that Baton did not mean', () => {
    const commands = spans.map(({ text }) => `\`${text}\``)
    const meant = new Set([`<@${anna}>`, `<@${ben}>`, `<@${carla}>`, `<#${leads}>`, ...commands])
    const live = team.slack.live()
    expect(live.filter(({ kind, what }) => kind !== 'bold' && !meant.has(what))).toEqual([])
    expect(live.filter(({ what }) => what === '*Accepted by Mallory*')).toEqual([])
    // What it meant is seen: else the report would be blind.
    expect(live.filter(({ kind }) => kind === 'user').length).toBeGreaterThan(hostileLeads.length)
  })

  it('was nowhere refused by Slack, and lost nothing', async () => {
    const refusals = team.slack.log.filter(
      (line) => line.kind === 'call' && typeof line.answer === 'object' && line.answer['ok'] !== true,
    )
    expect(refusals).toEqual([])
    expect(await team.baton.outbox.counts()).toEqual({ waiting: 0, failed: 0 })
  })

  it('is in no log line, and forges none', () => {
    // Within JSON a text is written otherwise than it was sent, so what was read out of it again is looked through.
    const said = team.log().flatMap((line) => stringsIn(JSON.parse(line)))
    expect(said.length).toBeGreaterThan(0)
    for (const { name, text } of visible)
      expect({ name, said: said.filter((one) => isSaidIn(one, text)) }).toEqual({ name, said: [] })
  })

  it.each(refused)('$name is refused with a clear word, and repeats nothing of it', async ({ text }) => {
    for (const field of ['name', 'company', 'campaign', 'message', 'external_id']) {
      const { status, body } = await team.send({ email: 'mia@example.com', [field]: text })
      expect(status).toBe(400)
      expect(body).toMatchObject({
        problems: [{ path: field, remedy: expect.stringMatching(/leave out|send well-formed/) }],
      })
    }
  })

  const explained = async (digest: Parameters<ReturnType<Team['slack']['as']>['click']>[0]) => {
    const asking = team.slack.as(carla)
    await asking.click(digest, 'digest.changed')
    await shown(() => asking.view() !== undefined, 'the question')
    await asking.closeModal()
    await asking.click(digest, 'digest.why', { value: 'acceptance' })
    await shown(() => asking.view() !== undefined, 'the explanation')
    await asking.closeModal()
  }
})
