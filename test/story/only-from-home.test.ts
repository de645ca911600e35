import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { texts } from '../../src/slack/text/index.ts'
import { cast, type Actor } from '../support/cast.ts'
import { lender, type Deed } from '../support/deeds/deed.ts'
import { deeds } from '../support/deeds/index.ts'
import { aGuardedTeam, type GuardedTeam } from '../support/guarded-team.ts'
import { seen } from '../support/team.ts'

type Envelope = Parameters<GuardedTeam['slack']['deliver']>[0]

const anotherApp = { api_app_id: 'A0ANOTHER' }
const anotherTeam = {
  ...{ team: { id: 'T0ELSEWHERE', domain: 'elsewhere' }, team_id: 'T0ELSEWHERE' },
  authorizations: [{ enterprise_id: null, team_id: 'T0ELSEWHERE', user_id: 'U0BATON', is_bot: true }],
}
const told = texts('en')('refusal.stranger')
/** Does everything in vain, so that its payloads can be sent again in somebody else's name. */
const outsider = lender('stranger')

describe('what was not meant for this installation', () => {
  let team: GuardedTeam
  beforeAll(async () => {
    team = await aGuardedTeam()
  })
  afterAll(() => team[Symbol.asyncDispose]())

  /** The payload of a deed as somebody would send it who may. */
  const forged = async (
    { may, stage }: Deed,
    changes: object,
  ): Promise<{ who: Actor; envelope: Envelope }> => {
    const who = cast.find(({ kind }) => may.some((name) => name === kind)) ?? outsider
    const scene = await stage(team)
    await scene.act(outsider)
    const last = team.slack.log.findLast((record) => record.kind === 'envelope')
    if (last?.kind !== 'envelope') throw new Error('nothing was sent')
    const text = JSON.stringify(last.payload).replaceAll(outsider.id, who.id)
    const payload: object = { ...(JSON.parse(text) as object), ...changes }
    const acceptsResponse = text.includes('"view_submission"') || last.type === 'slash_commands'
    return { who, envelope: { type: last.type, payload, acceptsResponse } }
  }
  /** Whatever this person, or whoever's response_url it was, was told. */
  const words = ({ id }: Actor) =>
    [team.slack.ephemerals(outsider.id), team.slack.ephemerals(id), team.slack.messages(`D${id.slice(1)}`)]
      .flat()
      .map(seen)

  const opened = () => [...team.slack.state.modals.values()].flat().map(({ id }) => id)

  it('would have been done if it were', async () => {
    const [deed] = Object.values(deeds)
    if (!deed) throw new Error('nobody can do anything')
    const { who, envelope } = await forged(deed, {})
    await team.slack.deliver(envelope)
    const accepted = () => team.slack.messages('C0LEADS').find((m) => seen(m).includes(`by <@${who.id}>`))
    expect(seen(await team.slack.waitFor(accepted, 'the lead to be accepted'))).toContain('Accepted')
  })

  describe.each(Object.entries(deeds))('to %s', (_what, deed) => {
    it('is refused when it comes from another workspace', async () => {
      const { who, envelope } = await forged(deed, anotherTeam)
      await team.slack.waitFor(() => words(outsider).length > 0, 'the outsider to be refused')
      const refusals = () => words(who).filter((text) => text.includes(told)).length
      const [before, known, modals] = [await team.everything(), refusals(), opened()]
      await team.slack.deliver(envelope)
      if (envelope.type !== 'events_api') await team.slack.waitFor(() => refusals() > known, 'why not')
      expect((await team.everything()).stored).toEqual(before.stored)
      expect(opened()).toEqual(modals)
    })

    it('is dropped when it was meant for another app', async () => {
      const { who, envelope } = await forged(deed, anotherApp)
      const [before, known, modals] = [await team.everything(), words(who), opened()]
      await team.slack.deliver(envelope)
      expect(await team.everything()).toEqual(before)
      expect(words(who)).toEqual(known)
      expect(opened()).toEqual(modals)
    })
  })
})
