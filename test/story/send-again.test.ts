import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { defaultPlaybook } from '../../prisma/seed.ts'
import { anna, ben, guest, leads } from '../support/people.ts'
import { isOverHttp } from '../support/slack-settings.ts'
import { aTeam, seen, type Team } from '../support/team.ts'
import { waitForCounts } from '../support/wait-for-counts.ts'
import { agree } from '../support/agree.ts'

const olivia = 'U0OPS'
const names = ['First Freda', 'Second Sam', 'Third Thea']

describe('Slack refuses what Baton posts', () => {
  let team: Team
  beforeAll(async () => {
    team = await aTeam()
    const roles = { ...defaultPlaybook.roles, operations: { groups: [], users: [olivia, ben] } }
    const at = new Date('2026-11-18')
    await agree(team.baton.deps.db, { ...defaultPlaybook, roles }, { author: 'Olivia', at })
  })
  afterAll(() => team[Symbol.asyncDispose]())

  const channel = () => {
    const found = team.slack.state.channels.find(({ id }) => id === leads)
    if (!found) throw new Error('no channel')
    return found
  }
  /** The messages that Baton wrote to one person. */
  const letters = (userId: string) => team.slack.messages(`D${userId.slice(1)}`)
  const letter = async (userId: string, says: string) => {
    const found = () => letters(userId).find((message) => seen(message).includes(says))
    return structuredClone(await team.slack.waitFor(found, `a message to ${userId}: ${says}`))
  }

  it('operations are told once, each in their language, what happened and what to do', async () => {
    channel().is_archived = true
    for (const name of names)
      await team.send({ name, email: `${name.split(' ')[1]}@example.com`, qualified: true })
    await waitForCounts(team, ({ failed }) => failed === 3, 'three refusals')
    await team.baton.lookNow()
    const english = seen(await letter(olivia, `3 messages to <#${leads}> were refused by Slack.`))
    expect(english).toContain('The cards of 3 leads are among them. Nothing is lost')
    expect(english).toContain('This channel is archived. (is_archived)')
    expect(english).toContain('What to do: Unarchive the channel')
    expect(english).toMatch(/reference [0-9a-f]{8}, as in the log/)
    const german = seen(await letter(ben, `3 Nachrichten an <#${leads}> hat Slack abgelehnt.`))
    expect(german).toContain('Was zu tun ist: Hole den Kanal aus dem Archiv')
    await team.baton.lookNow()
    await new Promise((done) => setTimeout(done, 200))
    expect([letters(olivia), letters(ben), letters(anna)].map(({ length }) => length)).toEqual([1, 1, 0])
  })

  it('/readyz and /metrics say so, with the reference of the message and no name', async () => {
    const [, reference] = /reference ([0-9a-f]{8})/.exec(seen(await letter(olivia, '3 messages'))) ?? []
    const ready = await fetch(`${team.baton.intakeUrl}/readyz`)
    expect(ready.status).toBe(200)
    expect(await ready.json()).toMatchObject({
      ...{ ready: true, degraded: ['notices'] },
      checks: { notices: expect.stringContaining(`3 refused by Slack for good (${reference})`) as unknown },
    })
    const shown = await (await fetch(`${team.baton.intakeUrl}/metrics`)).text()
    expect(shown).toContain('baton_deliveries_total{kind="card",outcome="never"} 3')
    expect(shown).toContain('baton_outbox_notices{state="failed"} 3')
    expect(shown).toContain('baton_intake_requests_seconds_count{status="202"} 3')
    expect(shown).toContain('baton_slack_connected 1')
    expect(shown).toContain(`baton_slack_connections ${isOverHttp ? 0 : 2}`)
    expect(shown).not.toMatch(/C0LEADS|Freda|U0OPS/)
    expect(team.log().filter((line) => line.includes(`"reference":"${reference}"`))).toHaveLength(3)
  })

  it('App Home shows it to operations alone', async () => {
    const home = seen(await team.slack.as(olivia).home())
    expect(home).toContain('What Slack does not take')
    expect(home).toContain(`3 messages to <#${leads}>`)
    expect(seen(await team.slack.as(anna).home())).not.toContain('What Slack does not take')
  })

  it('the button tells whoever is not of operations kindly why not', async () => {
    const message = await letter(olivia, '3 messages')
    await team.slack.as(anna).click(message, 'notice.send-again')
    expect(seen(await team.whisper(anna))).toContain('This is up to another team')
    await team.slack.as(guest).click(message, 'notice.send-again')
    expect(seen(await team.whisper(guest))).toContain('Guests can read along')
    expect((await team.baton.outbox.counts()).failed).toBe(3)
  })

  it('what is still refused is told in the same message, not in a new one', async () => {
    await team.slack.as(ben).click(await letter(ben, '3 Nachrichten'), 'notice.send-again')
    expect(seen(await team.whisper(ben))).toContain('3 Nachrichten gehen erneut hinaus')
    await waitForCounts(team, ({ failed }) => failed === 3, 'three refusals')
    await team.baton.lookNow()
    await letter(ben, '3 Nachrichten')
    expect(letters(ben)).toHaveLength(1)
  })

  it('once the channel is repaired, a click in App Home posts all of it, in order, once', async () => {
    channel().is_archived = false
    await team.slack.as(olivia).home()
    await team.slack.as(olivia).clickInView('notice.send-again')
    await team.card('Third Thea')
    const cards = team.slack.messages(leads).map(({ text }) => names.find((name) => text.includes(name)))
    expect(cards).toEqual(names)
    const home = await team.slack.waitFor(() => team.slack.state.homes.get(olivia), 'her home')
    expect(seen(home)).not.toContain('What Slack does not take')
  })

  it('and the messages say that nothing is held back', async () => {
    await letter(olivia, `What is meant for <#${leads}> is not held back for this reason any more`)
    await letter(ben, 'wird aus diesem Grund nicht mehr zurückgehalten')
    expect(team.slack.messages(leads)).toHaveLength(3)
  })
})
