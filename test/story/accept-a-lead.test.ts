import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { anna, ben, carla, guest, stranger } from '../support/people.ts'
import { aTeam, seen, type Team } from '../support/team.ts'

/** Jane asked for a demo at 9:03; Anna has her phone in her hand. */
const jane = {
  name: 'Jane Doe',
  email: 'jane.doe@example.com',
  phone: '+49 30 1234567',
  title: 'VP Sales',
  company: 'Acme Logistics',
  employees: 320,
  industry: 'logistics',
  request: 'demo',
  campaign: 'Autumn webinar',
  external_id: 'form-1',
}

describe('a lead is accepted', () => {
  let team: Team
  beforeAll(async () => {
    team = await aTeam()
  })
  afterAll(() => team[Symbol.asyncDispose]())

  it('stands in the channel at once, with why it qualified and whom it resembles', async () => {
    expect(await team.send(jane)).toMatchObject({ status: 202, body: { leads: [{ became: 'handed-off' }] } })
    const card = seen(await team.card('Jane Doe'))
    for (const fact of [
      'Jane Doe · Acme Logistics',
      'VP Sales',
      '+40 Asked for a demo',
      'Sales leader',
      'Autumn webinar',
    ]) {
      expect(card).toContain(fact)
    }
    expect(card).toContain('Please decide by Wed 18 Nov, 09:33 (hot)')
    expect(card).toContain('Accept')
  })

  it('carries the whole lead in the text that a screen reader gets', async () => {
    const { text } = await team.card('Jane Doe')
    for (const fact of ['Jane Doe', 'Acme Logistics', 'VP Sales', 'Autumn webinar', '09:33'])
      expect(text).toContain(fact)
  })

  it('hides how to reach her from the channel, and shows it to the one who asks', async () => {
    const card = await team.card('Jane Doe')
    expect(JSON.stringify(card)).not.toMatch(/jane\.doe@|1234567/)
    await team.slack.as(anna).click(card, 'lead.show-contact')
    const modal = await team.slack.waitFor(() => team.slack.as(anna).view(), 'the contact')
    expect(seen(modal)).toContain('jane.doe@example.com')
    expect(seen(modal)).toContain('+49 30 1234567')
  })

  it.each([
    ['a guest', guest, /Guests can read along/],
    ['somebody of another organisation', stranger, /organisation that owns the leads/],
  ])('refuses %s, privately and with a reason', async (_who, outsider, answer) => {
    await team.slack.as(outsider).click(await team.card('Jane Doe'), 'lead.accept')
    expect((await team.whisper(outsider)).text).toMatch(answer)
    expect(seen(await team.card('Jane Doe'))).toContain('Accept')
  })

  it('is Anna’s after one click: the card names her and the buttons are gone', async () => {
    const before = structuredClone(await team.card('Jane Doe'))
    await team.slack.as(anna).click(before, 'lead.accept')
    const card = await team.card('Jane Doe', (text) => text.includes(`Accepted by <@${anna}>`))
    expect(seen(card)).not.toMatch(/Accept$|Reject…/m)
    const reply = await team.slack.waitFor(
      () => team.slack.thread(card.channel, card.ts)[1],
      'a word in the thread',
    )
    expect(reply.text).toBe(`<@${anna}> accepted this lead.`)

    await team.slack.as(ben).click(before, 'lead.accept')
    expect((await team.whisper(ben)).text).toContain(`<@${anna}> war schneller`)
  })

  it('lets Anna say with one tap what made it good, and nobody else', async () => {
    const question = await team.whisper(anna)
    expect(seen(question)).toContain('What made this lead good?')
    await team.slack.as(carla).click(question, 'lead.praise.good-timing')
    expect((await team.whisper(carla)).text).toContain(`<@${anna}>`)
    await team.slack.as(anna).click(question, 'lead.praise.clear-intent')
    await team.card('Jane Doe', (text) => text.includes('What made it good: Clear intent'))
  })
})
