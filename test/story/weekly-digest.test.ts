import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { anna, ben, marketing } from '../support/people.ts'
import { aTeam, seen, type Team } from '../support/team.ts'

/** Monday, 23 November 2026, in Berlin. */
const monday = (time: string) => new Date(`2026-11-23T${time}:00+01:00`)

describe('marketing reads the weekly digest', () => {
  let team: Team
  beforeAll(async () => {
    team = await aTeam()
    for (const term of ['sdr handbook', 'SDR Handbook', 'ada@example.com'])
      await team.slack.as(anna).command('/define', term)
    await team.slack.as(ben).command('/persona', 'plumber')
    await team.slack.waitFor(() => team.slack.ephemerals(ben)[0], 'the answer')
    await team.slack.waitFor(() => team.slack.ephemerals(anna)[2], 'the answers')
    for (const number of [1, 2, 3, 4, 5, 6]) {
      await team.send({ name: `Lead ${number}`, email: `lead${number}@example.com`, qualified: true })
      const card = structuredClone(await team.card(`Lead ${number}`))
      if (number <= 3) await team.slack.as(anna).click(card, 'lead.accept')
      else if (number <= 5) await reject(team, card, `Note ${number}`)
    }
  })
  afterAll(() => team[Symbol.asyncDispose]())

  it('is not posted before its time', async () => {
    team.setClock(monday('08:59'))
    await team.baton.lookNow()
    expect(team.slack.messages(marketing)).toEqual([])
  })

  it('is posted on Monday at nine, with coverage first, reasons, and sales’ own words', async () => {
    team.setClock(monday('09:00'))
    await team.baton.lookNow()
    const digest = seen(await team.slack.waitFor(() => team.slack.messages(marketing)[0], 'the digest'))
    expect(digest).toContain('*Answered*\n5 of 6, probably 44% to 97%')
    expect(digest).toContain('*Accepted*\n3 of 5, probably 23% to 88%')
    expect(digest).toContain('Too little activity')
    expect(digest).toContain('Note 4')
  })

  it('is posted once, however often it is due', async () => {
    await team.baton.lookNow()
    await team.slack.waitFor(() => team.slack.messages(marketing)[2], 'what stands in its thread')
    await new Promise((done) => setTimeout(done, 200))
    const [digest, ...others] = team.slack.messages(marketing)
    expect(others.filter(({ thread_ts: thread }) => thread !== digest?.ts)).toEqual([])
    expect(others).toHaveLength(2)
  })

  it('has its details in the thread, and its figures as a file', () => {
    const [, details, file] = team.slack.messages(marketing)
    expect(seen(details ?? {})).toContain('Source website')
    expect(seen(details ?? {})).toContain(
      'Looked up and not found: “sdr handbook” (2×), “…” (1×), “plumber” (1×)',
    )
    expect(file?.files?.[0]).toMatchObject({ name: 'digest-2026-W47.csv', mimetype: 'text/csv' })
  })
})

async function reject(
  team: Team,
  card: Parameters<ReturnType<Team['slack']['as']>['click']>[0],
  note: string,
) {
  await team.slack.as(ben).click(card, 'lead.reject')
  await team.slack.waitFor(() => team.slack.as(ben).view(), 'the modal')
  await team.slack.as(ben).submit({ reason: 'low-intent', note })
}
