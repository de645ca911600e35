import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { SandboxMessage } from '../../src/sandbox/sandbox.ts'
import { figuresNow } from '../../src/flows/digest/preview-digest.ts'
import { agree } from '../support/agree.ts'
import { expireRound } from '../support/expire.ts'
import { anna, ben, leads } from '../support/people.ts'
import { aTeam, seen, type Team } from '../support/team.ts'

const words = {
  en: {
    accept: 'Accept',
    ended: 'Wrong persona or seniority',
    rejectedBefore: `Back again: <@${ben}> rejected it on Wed 18 Nov, 09:`,
    acceptedBefore: `Back again: <@${anna}> accepted this lead on Wed 18 Nov, 09:`,
    expiredBefore: 'Back again: last time nobody decided',
    rejected: `Rejected by <@${ben}>`,
    accepted: `Accepted by <@${anna}>`,
    wasFirst: 'was first and rejected',
    ranOut: 'Expired',
  },
  de: {
    accept: 'Annehmen',
    ended: 'Falsche Persona oder Ebene',
    rejectedBefore: `Wieder da: <@${ben}> hat ihn am Mi., 18. Nov., 09:`,
    acceptedBefore: `Wieder da: <@${anna}> hat diesen Lead am Mi., 18. Nov., 09:`,
    expiredBefore: 'Wieder da: Beim letzten Mal hat niemand entschieden',
    rejected: `Abgelehnt von <@${ben}>`,
    accepted: `Angenommen von <@${anna}>`,
    wasFirst: 'was first and rejected',
    ranOut: 'Abgelaufen',
  },
} as const

const asOfRound = <T>(blocks: T, { from, to }: { from: string; to: string }): T =>
  JSON.parse(JSON.stringify(blocks).replaceAll(from, to)) as T

const mia = {
  external_id: 'W-77',
  name: 'Mia Muster',
  email: 'mia@example.com',
  company: 'Example GmbH',
  request: 'download',
  qualified: true,
}

describe.each(['en', 'de'] as const)('a buyer who comes back, in a channel in %s', (language) => {
  const w = words[language]
  let team: Team
  beforeAll(async () => {
    team = await aTeam()
    const { db, now } = team.baton.deps
    await agree(db, { ...(await db.playbooks.current()).document, language }, { at: now() })
  })
  afterAll(() => team[Symbol.asyncDispose]())

  const became = async (body: object) => {
    const { body: answer } = await team.send({ ...mia, ...body })
    return JSON.stringify(answer)
  }
  const cards = () =>
    team.slack.messages(leads).filter((m) => m.thread_ts === undefined && m.text.includes('Mia Muster'))
  const card = (number: number, ...shown: string[]): Promise<SandboxMessage> =>
    team.slack.waitFor(
      () => {
        const message = cards()[number - 1]
        return message && shown.every((text) => seen(message).includes(text)) ? message : undefined
      },
      `card ${number} with ${shown.join(', ')}`,
    )
  const wordsTo = (userId: string) => team.slack.messages(`D${userId.slice(1)}`)
  const idOf = (message: SandboxMessage) => /card:([\w-]+)/.exec(JSON.stringify(message.blocks))?.[1] ?? ''

  it('is handed off and rejected, and a mere update of facts brings no card', async () => {
    expect(await became({})).toContain('handed-off')
    await team.slack.as(ben).click(await card(1, w.accept), 'lead.reject')
    await team.slack.waitFor(() => team.slack.as(ben).view(), 'the modal')
    await team.slack.as(ben).fill({ reason: 'role-fit' })
    await team.slack.waitFor(
      () => (JSON.stringify(team.slack.as(ben).view()).includes('actual:role-fit') ? true : undefined),
      'the evidence',
    )
    await team.slack.as(ben).submit({ note: 'Is a student.' })
    await card(1, w.rejected)
    expect(await became({ title: 'Student', qualified: true })).toContain('updated')
    expect(await became({ title: 'Student' })).toContain('unchanged')
    expect(cards()).toHaveLength(1)
  })

  it('asks again, and gets a card of its own, with who had it last and why that ended', async () => {
    expect(await became({ request: 'demo' })).toContain('handed-off')
    const second = await card(2, w.accept, w.rejectedBefore, w.ended, 'Is a student.')
    expect(seen(second)).not.toContain(w.rejected)
    expect(seen(await card(1, w.rejected))).not.toContain(w.accept)
    // While that card is open, the same person has no other one.
    expect(await became({ request: 'pricing' })).toContain('updated')
    expect(cards()).toHaveLength(2)
  })

  it('answers a click on each of the two cards by its own round', async () => {
    const [old, open] = [structuredClone(await card(1)), structuredClone(await card(2))]
    expect(idOf(old)).not.toBe(idOf(open))
    // A screen that is old still shows the button.
    const stale = { ...old, blocks: asOfRound(open.blocks ?? [], { from: idOf(open), to: idOf(old) }) }
    await team.slack.as(anna).click(stale, 'lead.accept')
    expect((await team.whisper(anna)).text).toContain(w.wasFirst)
    await card(2, w.accept)
    await team.slack.as(anna).click(open, 'lead.accept')
    await card(2, w.accepted, w.rejectedBefore)
    await card(1, w.rejected)
  })

  it('asks again after it was accepted: the card names its owner, who is told privately', async () => {
    expect(await became({ message: 'Nobody called me!' })).toContain('handed-off')
    await card(3, w.accept, w.acceptedBefore)
    const told = await team.slack.waitFor(
      () => wordsTo(anna).find(({ text }) => text.includes('Mia Muster')),
      'a word to the owner',
    )
    expect(told.text).toContain(`<#${leads}>`)
    expect(wordsTo(ben)).toEqual([])
  })

  it('expires and comes back: two handoffs in the figures', async () => {
    await expireRound(team.baton.deps, idOf(await card(3)))
    await card(3, w.ranOut)
    expect(await became({ asks_again: true })).toContain('handed-off')
    await card(4, w.accept, w.expiredBefore)
    const figures = await figuresNow(team.baton.deps, 'this')
    expect(figures).toMatchObject({ delivered: 4, accepted: 1, rejected: 1, expired: 1, open: 1 })
  })
})
