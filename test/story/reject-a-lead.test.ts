import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { anna, ben } from '../support/people.ts'
import { aTeam, seen, type Team } from '../support/team.ts'

const omar = {
  name: 'Omar Aziz',
  email: 'omar@example.com',
  title: 'Intern',
  company: 'Acme',
  qualified: true,
}

describe('a lead is rejected', () => {
  let team: Team
  beforeAll(async () => {
    team = await aTeam()
    await team.send(omar)
  })
  afterAll(() => team[Symbol.asyncDispose]())

  const modal = () => {
    const view = team.slack.as(ben).view()
    if (!view) throw new Error('no modal')
    return view
  }

  const choose = (reason: string) => {
    const values = { reason }
    return team.slack.as(ben).fill(values)
  }

  it('asks Ben, in German, for a reason', async () => {
    await team.slack.as(ben).click(await team.card('Omar Aziz'), 'lead.reject')
    const view = await team.slack.waitFor(() => team.slack.as(ben).view(), 'the modal')
    expect(view.title?.text).toBe('Lead ablehnen')
    expect(seen(view)).toContain('Warum?')
  })

  it('then asks which fact was wrong, filled in from the lead', async () => {
    await choose('role-fit')
    await team.slack.waitFor(() => seen(modal()).includes('Position: Intern') || undefined, 'the evidence')
    const attribute = modal().blocks.find((block) => block.block_id?.startsWith('attribute'))
    expect(attribute?.element?.initial_option?.value).toBe('title')
  })

  it('names what is missing beside the field, and loses nothing', async () => {
    await choose('other')
    await team.slack.waitFor(
      () => (seen(modal()).includes('Position: Intern') ? undefined : true),
      'other fields',
    )
    const note = modal().blocks.find(({ block_id: id }) => id?.startsWith('note'))?.block_id ?? ''
    await team.slack.as(ben).submit()
    expect(modal().errors[note]).toBe('Bitte fülle dieses Pflichtfeld aus.')
    await team.slack.as(ben).submit({ [note]: '  ' })
    expect(modal().errors[note]).toMatch(/Notiz/)
    expect(seen(await team.card('Omar Aziz'))).toContain('Accept')
  })

  it('locks the card with who, why, the fact and the note, and goes on in the thread', async () => {
    await choose('role-fit')
    await team.slack.waitFor(() => seen(modal()).includes('Position: Intern') || undefined, 'the evidence')
    await team.slack
      .as(ben)
      .submit({ 'actual:role-fit': 'Working student', note: 'Nice, but <!channel> no budget' })
    expect(team.slack.as(ben).view()).toBeUndefined()
    const card = await team.card('Omar Aziz', (text) => text.includes(`Rejected by <@${ben}>`))
    expect(seen(card)).toContain('Wrong persona or seniority')
    expect(seen(card)).toContain('Title: Intern → Working student')
    expect(seen(card)).toContain('Note: Nice, but &lt;!channel&gt; no budget')
    const reply = await team.slack.waitFor(
      () => team.slack.thread(card.channel, card.ts)[1],
      'a word in the thread',
    )
    expect(reply.text).toContain(`<@${ben}> rejected this lead: Wrong persona or seniority`)
  })

  it('tells Anna, who opens the modal too late, who was first', async () => {
    await team.send({ name: 'Late Larry', email: 'larry@example.com', qualified: true })
    const card = structuredClone(await team.card('Late Larry'))
    await team.slack.as(anna).click(card, 'lead.reject')
    await team.slack.waitFor(() => team.slack.as(anna).view(), 'the modal')
    await team.slack.as(ben).click(card, 'lead.accept')
    await team.card('Late Larry', (text) => text.includes(`Accepted by <@${ben}>`))
    await team.slack.as(anna).submit({ reason: 'low-intent' })
    const told = await team.slack.waitFor(() => {
      const view = team.slack.as(anna).view()
      return view && seen(view).includes('was first') ? seen(view) : undefined
    }, 'the refusal')
    expect(told).toContain(`<@${ben}> was first and accepted this lead`)
  })
})

describe('where another organisation reads one of the channels', () => {
  it.each(['C0LEADS', 'C0MARKETING'])('Ben reads beside the note that %s may not show it', async (shared) => {
    await using team = await aTeam()
    const channel = team.slack.state.channels.find(({ id }) => id === shared)
    if (!channel) throw new Error(`no channel ${shared}`)
    channel.is_ext_shared = true
    await team.send(omar)
    await team.slack.as(ben).click(await team.card('Acme'), 'lead.reject')
    const hints = () =>
      JSON.stringify(
        team.slack
          .as(ben)
          .view()
          ?.blocks.map(({ block_id: id, hint }) => [id, hint?.text]),
      )
    const keptBack = '["note","Ein Kanal, der mit einer anderen Organisation geteilt ist, zeigt sie nicht."]'
    await team.slack.waitFor(() => team.slack.as(ben).view(), 'the modal')
    expect(hints()).toContain(keptBack)
    await team.slack.as(ben).fill({ reason: 'role-fit' })
    await team.slack.waitFor(() => hints().includes('attribute') || undefined, 'the evidence')
    expect(hints()).toContain(keptBack)
  })
})
