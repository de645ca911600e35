import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { actions, changeFields } from '../../src/slack/ids.ts'
import { anna, carla, guest, marketing } from '../support/people.ts'
import { aTeam, seen, type Team } from '../support/team.ts'

const monday = (day: string) => new Date(`${day}T09:00:00+01:00`)

describe('marketing answers the digest', () => {
  let team: Team
  const digest = (week: string) =>
    team.slack.waitFor(
      () => team.slack.messages(marketing).find((m) => m.thread_ts === undefined && m.text.includes(week)),
      `the digest of ${week}`,
    )
  const reply = (thread: string, words: string) =>
    team.slack.waitFor(
      () => team.slack.thread(marketing, thread).find((m) => seen(m).includes(words)),
      `“${words}” in the thread`,
    )
  beforeAll(async () => {
    team = await aTeam()
    for (const number of [1, 2, 3]) {
      await team.send({ name: `Lead ${number}`, email: `lead${number}@example.com`, qualified: true })
      const card = structuredClone(await team.card(`Lead ${number}`))
      if (number === 1) await team.slack.as(anna).click(card, actions.accept)
    }
    team.setClock(monday('2026-11-23'))
    await team.baton.lookNow()
  })
  afterAll(() => team[Symbol.asyncDispose]())

  it('asks why a number is what it is, and sees its formula, its n, and the leads behind it', async () => {
    const asking = team.slack.as(carla)
    await asking.click(await digest('2026-W47'), actions.why, { value: 'acceptance' })
    const modal = seen(await team.slack.waitFor(() => asking.view(), 'the explanation'))
    expect(modal).toContain('angenommen ÷ (angenommen + abgelehnt)')
    expect(modal).toContain('1 von 1, n = 1')
    expect(modal).toContain('Lead 1')
    expect(modal).not.toContain('Lead 2')
    await asking.closeModal()
  })

  it('is kept from guests', async () => {
    const posted = await digest('2026-W47')
    for (const action of [actions.changed, actions.notNow]) await team.slack.as(guest).click(posted, action)
    await team.slack.as(guest).click(posted, actions.why, { value: 'acceptance' })
    await team.slack.waitFor(() => team.slack.ephemerals(guest)[2], 'three refusals')
    expect(team.slack.as(guest).view()).toBeUndefined()
  })

  it('says what it changed, and everybody reads it in the thread', async () => {
    const posted = await digest('2026-W47')
    const answering = team.slack.as(carla)
    await answering.click(posted, actions.changed)
    await team.slack.waitFor(() => answering.view(), 'the modal')
    await answering.submit({ [changeFields.what]: ' ' })
    expect(Object.keys(answering.view()?.errors ?? {})).toEqual([changeFields.what])
    await answering.submit({
      [changeFields.since]: '2026-11-24',
      [changeFields.what]: 'The form asks <!here>.',
    })
    expect(Object.keys(answering.view()?.errors ?? {})).toEqual([changeFields.since])
    await answering.submit({ [changeFields.target]: 'source:website', [changeFields.since]: '2026-11-20' })
    expect(answering.view()).toBeUndefined()
    const told = seen(await reply(posted.ts, 'The form asks'))
    expect(told).toContain(`<@${carla}>`)
    expect(told).toContain('Source website: “The form asks &lt;!here&gt;.”, since 20 November 2026')
    expect(told).toContain('counted on 18 December 2026')
  })

  it('puts a change off, once', async () => {
    const posted = await digest('2026-W47')
    await team.slack.as(carla).click(posted, actions.notNow)
    await reply(posted.ts, 'No change for now')
    await team.slack.as(carla).click(posted, actions.notNow)
    expect(seen(await team.whisper(carla))).toContain('Das hast du schon gesagt')
  })

  it('reads four weeks later what came of it, and in the ledger at any time', async () => {
    team.setClock(new Date('2026-12-16T10:00:00+01:00'))
    await team.send({ name: 'Lead 4', email: 'lead4@example.com', qualified: true })
    await team.card('Lead 4')
    team.setClock(monday('2026-12-21'))
    await team.baton.lookNow()
    const text = seen(await digest('2026-W51'))
    expect(text).toContain('You said → we did')
    expect(text).toContain('accepted 1 of 1 in the four weeks before, 0 of 0 in the four after')
    expect(text).toContain('Too few to say.')
    await team.slack.as(carla).command('/digest', 'changes')
    expect(seen(await team.whisper(carla))).toContain('Zu wenige, um etwas zu sagen.')
  })
})
