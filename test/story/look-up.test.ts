import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { anna, ben, guest } from '../support/people.ts'
import { aTeam, seen, type Team } from '../support/team.ts'

const ever = { from: new Date(0), to: new Date('2100-01-01') }

describe('people look things up', () => {
  let team: Team
  beforeAll(async () => {
    team = await aTeam()
    await team.send([
      { name: 'Jane Doe', company: 'Acme', email: 'jane@example.com', qualified: true, external_id: 'crm-7' },
      { name: 'Held Henry', company: 'Acme', email: 'henry@example.com' },
    ])
    await team.slack.as(anna).click(await team.card('Jane Doe'), 'lead.accept')
    await team.whisper(anna)
  })
  afterAll(() => team[Symbol.asyncDispose]())

  const asked = async (who: string, command: string, text?: string) => {
    await team.slack.as(who).command(command, text)
    return seen(await team.whisper(who))
  }

  it('/persona lists whom we want to reach, privately', async () => {
    const channel = team.slack.messages('C0GENERAL').length
    expect(await asked(anna, '/persona', 'list')).toContain('Sales leader')
    expect(team.slack.messages('C0GENERAL')).toHaveLength(channel)
  })

  it('/persona forgives a typo, answers in the reader’s language, and can be shared', async () => {
    expect(await asked(ben, '/persona', 'sales leadr')).toContain('Woran man sie erkennt')
    const answer = team.slack.ephemerals(ben).at(-1)
    if (!answer) throw new Error('no answer')
    await team.slack.as(ben).click(answer, 'persona.share')
    const shared = await team.slack.waitFor(() => team.slack.messages('C0GENERAL')[0], 'the shared persona')
    expect(seen(shared)).toContain('How to recognise them')
  })

  it('counts what was asked for and not found', async () => {
    expect(await asked(anna, '/define', 'smarketing')).toContain('is not defined yet')
    expect(await team.baton.deps.db.lookups.misses(ever, 5)).toContainEqual({
      term: 'smarketing',
      count: 1,
    })
  })

  it('/define MQL says what both teams mean', async () => {
    expect(await asked(anna, '/define', 'MQL')).toMatch(/MQL[\s\S]*Version 1/)
  })

  it('/lead finds leads by several words, held ones too, and shows one’s own', async () => {
    expect(await asked(anna, '/lead', 'find acme henry')).toContain('Held Henry · Acme')
    expect(await asked(anna, '/lead', 'crm-7')).toContain(`accepted by <@${anna}>`)
    expect(await asked(anna, '/lead', 'mine')).toContain('Jane Doe · Acme')
  })

  it('/lead tells a guest kindly why not', async () => {
    expect(await asked(guest, '/lead', 'find acme')).toContain('Guests can read along')
  })

  it('/digest shows this week so far', async () => {
    expect(await asked(anna, '/digest')).toContain('Handed off 1 · accepted 1 · rejected 0')
  })

  it.each(['/persona', '/define', '/lead', '/digest'])('%s help says how it is used', async (command) => {
    expect(await asked(anna, command, 'help')).toContain(command)
  })

  it('App Home says what Baton does and shows one’s leads', async () => {
    const home = seen(await team.slack.as(anna).home())
    expect(home).toContain('Hello Anna')
    expect(home).toContain('Jane Doe · Acme')
    expect(seen(await team.slack.as(ben).home())).toContain('Noch nichts.')
  })
})
