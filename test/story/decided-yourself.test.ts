import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { SandboxMessage } from '../../src/sandbox/sandbox.ts'
import { anna, ben } from '../support/people.ts'
import { aTeam, seen, type Team } from '../support/team.ts'

const somebodyElse = /was first|schneller/
const rejection = { reason: 'low-intent' }

describe('whoever decided, and acts once more', () => {
  let team: Team
  beforeAll(async () => {
    team = await aTeam()
  })
  afterAll(() => team[Symbol.asyncDispose]())

  /** A new lead’s card as it stands before anybody has decided. */
  const openCard = async (name: string): Promise<SandboxMessage> => {
    await team.send({ name, email: `${name.replaceAll(/\W/g, '')}@example.com`, qualified: true })
    return structuredClone(await team.card(name))
  }
  const opened = (who: string) => team.slack.waitFor(() => team.slack.as(who).view(), 'the modal')

  it('is told that the lead is theirs already after accepting twice', async () => {
    const card = await openCard('Twice Accepted.')
    await team.slack.as(anna).click(card, 'lead.accept')
    expect(seen(await team.whisper(anna))).toContain('What made this lead good?')
    await team.slack.as(anna).click(card, 'lead.accept')
    const told = seen(await team.whisper(anna))
    expect(told).toContain('This lead is yours already: you accepted it')
    expect(told).not.toMatch(somebodyElse)
  })

  it('is told so as well when both clicks fly at once, and once what made it good', async () => {
    for (const name of ['One.', 'Two.', 'Three.']) {
      const card = await openCard(`At Once ${name}`)
      await Promise.all([1, 2, 3].map(() => team.slack.as(ben).click(card, 'lead.accept')))
      const told = [await team.whisper(ben), await team.whisper(ben), await team.whisper(ben)].map(seen)
      expect(told.filter((text) => text.includes('Was war gut an diesem Lead?'))).toHaveLength(1)
      expect(told.filter((text) => text.includes('Dieser Lead gehört dir schon'))).toHaveLength(2)
      expect(told.join()).not.toMatch(somebodyElse)
      const thread = () => team.slack.thread(card.channel, card.ts)
      await team.slack.waitFor(() => thread()[1], 'a word in the thread')
      expect(thread().filter(({ text }) => text.includes('accepted this lead'))).toHaveLength(1)
    }
  })

  it('is told in the modal what they decided, after rejecting twice', async () => {
    const card = await openCard('Twice Rejected.')
    const before = team.slack.as(ben).view()?.id
    await team.slack.as(ben).click(card, 'lead.reject')
    const first = await team.slack.waitFor(() => {
      const view = team.slack.as(ben).view()
      return view?.id === before ? undefined : view
    }, 'the first modal')
    // The same modal is sent from two devices.
    const copy = structuredClone(first)
    await team.slack.as(ben).submit(rejection)
    await team.card('Twice Rejected.', (text) => text.includes(`Rejected by <@${ben}>`))
    team.slack.state.modals.set(ben, [copy])
    await team.slack.as(ben).submit(rejection)
    const told = seen(team.slack.as(ben).view() ?? {})
    expect(told).toContain('Du hast diesen Lead')
    expect(told).not.toMatch(somebodyElse)
    team.slack.state.modals.clear()
  })

  it('is told what they decided when they choose the other way on an old card', async () => {
    const accepted = await openCard('Accepted First.')
    await team.slack.as(anna).click(accepted, 'lead.accept')
    await team.whisper(anna)
    await team.slack.as(anna).click(accepted, 'lead.reject')
    expect(seen(await team.whisper(anna))).toContain('This lead is yours already')

    const rejected = await openCard('Rejected First.')
    await team.slack.as(anna).click(rejected, 'lead.reject')
    await opened(anna)
    await team.slack.as(anna).submit(rejection)
    await team.card('Rejected First.', (text) => text.includes(`Rejected by <@${anna}>`))
    await team.slack.as(anna).click(rejected, 'lead.accept')
    const told = seen(await team.whisper(anna))
    expect(told).toContain('You have rejected this lead already')
    expect(told).not.toMatch(somebodyElse)
  })

  it('does not take the others’ word from them', async () => {
    const card = await openCard('Somebody Else.')
    await team.slack.as(anna).click(card, 'lead.accept')
    await team.whisper(anna)
    await team.slack.as(ben).click(card, 'lead.accept')
    expect(seen(await team.whisper(ben))).toContain(`<@${anna}> war schneller`)
  })
})
