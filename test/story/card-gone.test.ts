import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { actions } from '../../src/slack/ids.ts'
import { anna, leads } from '../support/people.ts'
import { aTeam, seen, type Team } from '../support/team.ts'
import { settled } from '../support/wait-for-counts.ts'

const jane = { name: 'Jane Doe', email: 'jane@example.com', qualified: true }

describe('somebody deletes the card of a lead in Slack', () => {
  let team: Team
  beforeAll(async () => {
    team = await aTeam()
  })
  afterAll(() => team[Symbol.asyncDispose]())

  const cards = () =>
    team.slack.messages(leads).filter(({ thread_ts: above, text }) => !above && text.includes('Jane Doe'))

  it('the same person asks again: a new card stands in the channel, and its thread says so', async () => {
    await team.send(jane)
    team.slack.state.messages.remove(await team.card('Jane Doe'))
    expect(cards()).toEqual([])
    expect(await team.send(jane)).toMatchObject({ body: { leads: [{ became: 'duplicate' }] } })
    const card = await team.card('Jane Doe', (words) => words.includes('also came from'))
    await settled(team)
    expect(cards()).toHaveLength(1)
    expect(team.slack.thread(leads, card.ts).map(seen)[1]).toContain('sent the same person again')
  })

  it('the log says why, and there is nothing to tell operations', async () => {
    expect(team.log().join('')).toContain(
      'the card of a lead that nobody has decided is gone; it is posted anew',
    )
    expect(await team.baton.deps.db.troubles.all()).toEqual([])
  })

  it('Anna accepts the new one', async () => {
    await team.slack.as(anna).click(await team.card('Jane Doe'), actions.accept)
    await team.card('Jane Doe', (words) => words.includes('Accepted by'))
    await settled(team)
    expect(cards()).toHaveLength(1)
    expect(seen(await team.whisper(anna))).toContain('Jane Doe')
  })

  it('a click that is on its way counts, and a decided card does not come back', async () => {
    await team.send({ ...jane, name: 'John Roe', email: 'john@example.com' })
    const card = await team.card('John Roe')
    const click = team.slack.as(anna).click(card, actions.accept)
    team.slack.state.messages.remove(card)
    await click
    expect(seen(await team.whisper(anna))).toContain('is yours')
    await settled(team)
    expect(team.slack.messages(leads).filter(({ text }) => text.includes('John Roe'))).toEqual([])
    expect(await team.baton.outbox.counts()).toEqual({ waiting: 0, failed: 0 })
  })
})
