import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { defaultPersonas } from '../../prisma/seed.ts'
import { aTeam, seen, type Team } from '../support/team.ts'
import { anna, ben } from '../support/people.ts'
import { agree, describePersona } from '../support/agree.ts'

const asked = async (team: Team, who: string, ...[command, text]: [string, string]) => {
  await team.slack.as(who).command(command, text)
  return seen(await team.whisper(who))
}
const aLead = (name: string) => ({
  name,
  email: `${name.replaceAll(/\W/g, '')}@example.com`,
  qualified: true,
})

const isTaken = (text: string): boolean => text.includes('Accepted by')

describe('somebody of whom Slack knows neither zone nor language', () => {
  let team: Team
  beforeAll(async () => {
    team = await aTeam()
    for (const user of team.slack.state.users) Object.assign(user, { tz: null, locale: null })
    delete team.slack.state.users.find(({ id }) => id === ben)?.tz
  })
  afterAll(() => team[Symbol.asyncDispose]())

  it('accepts, rejects, asks and reads in the workspace’s language and zone', async () => {
    const { db, now } = team.baton.deps
    const { document } = await db.playbooks.current()
    await agree(db, { ...document, language: 'de', zone: 'Asia/Tokyo' }, { at: now() })
    await team.send([aLead('First One.'), aLead('Second One.')])
    const [first, second] = [await team.card('First One.'), await team.card('Second One.')].map((card) =>
      structuredClone(card),
    )
    if (!first || !second) throw new Error('no cards')
    await team.slack.as(anna).click(first, 'lead.accept')
    expect(seen(await team.whisper(anna))).toContain('Was war gut an diesem Lead?')
    await team.slack.as(ben).click(second, 'lead.reject')
    await team.slack.waitFor(() => team.slack.as(ben).view(), 'the modal')
    await team.slack.as(ben).submit({ reason: 'low-intent' })
    await team.card('Second One.', (text) => text.includes(`<@${ben}>`))
    await team.slack.as(ben).click(first, 'lead.accept')
    // 09:03 in Berlin is 17:03 in Tokyo.
    expect(seen(await team.whisper(ben))).toMatch(/war schneller.*17:0\d/)
    expect(await asked(team, ben, '/define', 'MQL')).toContain('Version 1')
    expect(seen(await team.slack.as(ben).home())).toContain('Baton')
  })
})

describe('a workspace that is part of an organisation', () => {
  let team: Team
  beforeAll(async () => {
    team = await aTeam({ workspace: { grid: true } })
  })
  afterAll(() => team[Symbol.asyncDispose]())

  const payload = () => {
    const last = team.slack.log.findLast((record) => record.kind === 'envelope')
    return last?.kind === 'envelope' ? last.payload : {}
  }

  it.each([
    ['of another workspace of it', 'W0WENDY', { team: { id: 'T0WEST' }, enterprise: { id: 'E0BATON' } }],
    ['who has no workspace of their own', 'W0OTTO', { team: null, is_enterprise_install: true }],
  ])('serves somebody %s', async (_what, who, shape) => {
    const name = `Lead of ${who}.`
    await team.send(aLead(name))
    const card = structuredClone(await team.card(name))
    await team.slack.as(who).click(card, 'lead.show-contact')
    expect(payload()).toMatchObject(shape)
    expect(seen(await team.slack.waitFor(() => team.slack.as(who).view(), 'the contact'))).toContain(
      '@example.com',
    )
    await team.slack.as(who).closeModal()
    await team.slack.as(who).click(card, 'lead.reject')
    await team.slack.waitFor(() => team.slack.as(who).view(), 'the modal')
    await team.slack.as(who).submit({ reason: 'low-intent' })
    await team.card(name, (text) => text.includes(`Rejected by <@${who}>`))
    expect(await asked(team, who, '/lead', name)).toContain(name)
    expect(payload()).toMatchObject({ enterprise_id: 'E0BATON' })
    expect(await asked(team, who, '/digest', 'this')).toContain('W47')
    expect(seen(await team.slack.as(who).home())).toContain('Baton')
    await team.send(aLead(`Taken by ${who}.`))
    await team.slack.as(who).click(await team.card(`Taken by ${who}.`), 'lead.accept')
    await team.card(`Taken by ${who}.`, (text) => text.includes(`Accepted by <@${who}>`))
    await team.whisper(who)
  })

  it.each([
    ['as of our workspace', {}],
    [
      'as of theirs',
      {
        team: { id: 'T0FOREIGN' },
        team_id: 'T0FOREIGN',
        enterprise: { id: 'E0FOREIGN' },
        enterprise_id: 'E0FOREIGN',
      },
    ],
    [
      'as of our organisation',
      { team: { id: 'T0WEST' }, team_id: 'T0WEST', enterprise: { id: 'E0BATON' }, enterprise_id: 'E0BATON' },
    ],
    ['as of none', { team: null, team_id: null, enterprise: null }],
  ])('refuses somebody of another organisation, %s', async (_what, place) => {
    const who = 'W0FOREIGN'
    const name = `Not for ${_what}.`
    await team.send(aLead(name))
    const card = await team.card(name)
    const known = team.slack.ephemerals(who).length
    const act = team.slack.as(who).click(card, 'lead.accept')
    await act
    await team.whisper(who)
    await team.slack.deliver({
      type: 'interactive',
      payload: { ...payload(), ...place },
      acceptsResponse: false,
    })
    expect(seen(await team.whisper(who))).toContain('organisation that owns the leads')
    expect(team.slack.ephemerals(who).length).toBe(known + 2)
    expect(seen(await team.card(name))).toContain('Accept')
    expect(await asked(team, who, '/lead', name)).toContain('organisation that owns the leads')
  })
})

describe('a payload of an organisation that Slack did not name at start', () => {
  it('is served for a colleague, and for nobody else', async () => {
    await using team = await aTeam()
    await team.send(aLead('Theirs.'))
    const card = structuredClone(await team.card('Theirs.'))
    const west = { team: { id: 'T0WEST' }, enterprise: { id: 'E0UNNAMED' } }
    for (const [who, told] of [
      ['U0STRANGER', 'organisation that owns the leads'],
      [anna, 'What made this lead good?'],
    ] as const) {
      await team.slack.as('U0GUEST').click(card, 'lead.accept')
      const last = team.slack.log.findLast((record) => record.kind === 'envelope')
      const text = JSON.stringify(last?.kind === 'envelope' ? last.payload : {})
      const payload = { ...(JSON.parse(text.replaceAll('U0GUEST', who)) as object), ...west }
      const known = team.slack.ephemerals('U0GUEST').length
      await team.slack.deliver({ type: 'interactive', payload, acceptsResponse: false })
      const answers = () => team.slack.ephemerals('U0GUEST').slice(known).map(seen)
      await team.slack.waitFor(() => answers().some((answer) => answer.includes(told)) || undefined, told)
    }
    expect(seen(await team.card('Theirs.', isTaken))).toContain(`Accepted by <@${anna}>`)
  })
})

describe('what somebody types', () => {
  let team: Team
  beforeAll(async () => {
    team = await aTeam()
    const { db, now } = team.baton.deps
    const [persona] = defaultPersonas
    if (persona)
      await describePersona(db, { ...persona, key: 'rd-lead', name: 'R&D lead', aliases: [] }, { at: now() })
    await team.send([
      { name: 'Jane O’Neil', company: 'Müller & Söhne', email: 'jane@example.com', qualified: true },
      { name: "John O'Brien", company: 'acme.com', email: 'john@example.com', qualified: true },
    ])
    await team.card('John')
  })
  afterAll(() => team[Symbol.asyncDispose]())

  const sent = () => {
    const last = team.slack.log.findLast((record) => record.kind === 'envelope')
    return last?.kind === 'envelope' ? (last.payload as { text: string }).text : ''
  }

  it.each([
    ['/lead', 'jane@example.com', '<mailto:jane@example.com|jane@example.com>', 'Neil'],
    ['/lead', 'find JANE@example.com', 'find <mailto:JANE@example.com|JANE@example.com>', 'Neil'],
    ['/lead', '“Jane O’Neil”', '“Jane O’Neil”', 'Söhne'],
    ['/lead', "Jane O'Neil", "Jane O'Neil", 'Söhne'],
    ['/lead', 'John O’Brien', 'John O’Brien', 'acme.com'],
    ['/lead', 'Müller & Söhne', 'Müller &amp; Söhne', 'Neil'],
    ['/lead', 'acme.com', '<http://acme.com|acme.com>', 'Brien'],
    ['/lead', '*jane\u00A0o’neil*\u200B', '*jane\u00A0o’neil*\u200B', 'Söhne'],
    ['/lead', 'ｊａｎｅ＠ｅｘａｍｐｌｅ．ｃｏｍ', 'ｊａｎｅ＠ｅｘａｍｐｌｅ．ｃｏｍ', 'Neil'],
    ['/define', '“MQL”', '“MQL”', 'Version 1'],
    ['/define', '„mql“', '„mql“', 'Version 1'],
    ['/persona', 'R&D lead', 'R&amp;D lead', 'How to recognise them'],
    ['/persona', 'show “R&D lead”', 'show “R&amp;D lead”', 'How to recognise them'],
    ['/persona', 'LIST\u00A0', 'LIST\u00A0', 'R&amp;D lead'],
    ['/digest', 'this persona R&D lead', 'this persona R&amp;D lead', 'W47'],
    ['/digest', 'this source “website”', 'this source “website”', 'W47'],
  ])('%s %s is understood', async (...[command, text, arrives, answer]) => {
    const told = await asked(team, anna, command, text)
    expect(sent()).toBe(arrives)
    expect(told).toContain(answer)
  })
})
