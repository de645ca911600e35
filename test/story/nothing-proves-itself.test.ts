import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { namedIn } from '../../src/domain/people/roles.ts'
import type { SandboxMessage } from '../../src/sandbox/sandbox.ts'
import { actions } from '../../src/slack/ids.ts'
import { texts } from '../../src/slack/text/index.ts'
import { cast } from '../support/cast.ts'
import { lender } from '../support/deeds/deed.ts'
import { deeds } from '../support/deeds/index.ts'
import { aGuardedTeam, type GuardedTeam } from '../support/guarded-team.ts'
import { seen } from '../support/team.ts'
import { watchWhispers } from '../support/who-sees-what.ts'
import { agree } from '../support/agree.ts'

const seller = lender('sales')
const minute = 60_000

describe('nothing that comes in proves anything', () => {
  let team: GuardedTeam
  let clock = new Date('2026-11-23T09:00:00+01:00').getTime()
  let leads = 0
  /** So much later that Baton asks Slack again who somebody is. */
  const later = () => team.setClock(new Date((clock += 2 * minute)))
  const handOff = async (): Promise<SandboxMessage> => {
    const name = `Forged ${++leads}.`
    await team.send({ name, email: `forged${leads}@example.com`, qualified: true })
    return structuredClone(await team.card(name))
  }
  const withValue = (card: SandboxMessage, value: string): SandboxMessage =>
    JSON.parse(JSON.stringify(card), (key, old: unknown) => (key === 'value' ? value : old)) as SandboxMessage
  const openModal = async (card: SandboxMessage, { id } = seller) => {
    await team.slack.as(id).click(card, actions.reject)
    return team.slack.waitFor(() => team.slack.as(id).view(), 'the modal')
  }
  const tellsOf = ({ id }: { id: string }) => team.slack.messages(`D${id.slice(1)}`).map(seen)

  beforeAll(async () => {
    team = await aGuardedTeam()
  })
  afterEach(() => team.slack.state.modals.clear())
  afterAll(() => team[Symbol.asyncDispose]())

  it('a handoff that does not exist is not there, whatever a button says', async () => {
    const card = withValue(await handOff(), 'forged')
    const before = await team.everything()
    for (const action of [actions.accept, actions.reject, actions.showContact]) {
      const whispers = watchWhispers(team)
      await team.slack.as(seller.id).click(card, action)
      await team.slack.waitFor(() => whispers.told(seller.id).includes('no longer there'), 'why not')
    }
    expect(await team.everything()).toEqual(before)
  })

  it('a button that names another lead’s handoff does not draw over the card it is on', async () => {
    const [mine, other] = [await handOff(), await handOff()]
    const [value] = /"value":"([^"]+)"/.exec(JSON.stringify(other))?.slice(1) ?? []
    await team.slack.as(seller.id).click(withValue(mine, value ?? ''), actions.accept)
    await team.card(`Forged ${leads}.`, (text) => text.includes(`Accepted by <@${seller.id}>`))
    await team.everything()
    expect(seen(await team.card(`Forged ${leads - 1}.`))).toBe(seen(mine))
  })

  it.each(['', '{', '{"handoffId":""}', '{"handoffId":7}'])(
    'a modal whose private_metadata is %j decides nothing, and the person is told sorry',
    async (metadata) => {
      const view = await openModal(await handOff())
      view.private_metadata = metadata
      const before = await team.everything()
      await team.slack.as(seller.id).submit({ reason: 'low-intent' })
      await team.slack.waitFor(() => tellsOf(seller).at(-1)?.includes('tell operations this number'), 'sorry')
      const after = await team.everything()
      expect(after.stored).toEqual(before.stored)
    },
  )

  it.each([
    ['a role', 'role', () => remove(team, seller.id)],
    ['membership', 'guest', () => change(team, seller.id, { is_restricted: true })],
    ['the account', 'deleted', () => change(team, seller.id, { deleted: true })],
  ] as const)('a modal opened before %s was taken away decides nothing a minute later', async (...row) => {
    const [, barrier, take] = row
    await openModal(await handOff())
    const giveBack = await take()
    const before = await team.everything()
    later()
    await team.slack.as(seller.id).submit({ reason: 'low-intent' })
    const told = texts('en')(`refusal.${barrier}`)
    await team.slack.waitFor(() => seen(team.slack.as(seller.id).view() ?? {}).includes(told), 'why not')
    expect(await team.everything()).toEqual(before)
    await giveBack()
    later()
  })

  describe.each(Object.entries(deeds))('to %s', (_what, { may, stage }) => {
    it('is not allowed while Slack can’t say who somebody is', async () => {
      const who = cast.find(({ kind }) => may.some((name) => name === kind)) ?? seller
      const scene = await stage(team, who)
      const before = await team.everything()
      const [whispers, direct] = [watchWhispers(team), tellsOf(who).length]
      later()
      team.slack.faults.add({ kind: 'internal-error', method: 'users.info', times: 50 })
      // App Home is waited for and does not come.
      const acting = Promise.resolve(scene.act(who)).catch(String)
      const told = () => [whispers.told(who.id), ...tellsOf(who).slice(direct)].join('')
      await team.slack.waitFor(
        () => /tell operations this number: \w+/.test(told()),
        'sorry, with a reference',
      )
      team.slack.faults.clear()
      later()
      const after = await team.everything()
      expect(after.stored).toEqual(before.stored)
      expect(scene.done(who, '')).toBeFalsy()
      await acting
    })
  })
})

/** Takes somebody out of every role; gives back how to undo that. */
async function remove({ baton }: GuardedTeam, id: string): Promise<() => Promise<unknown>> {
  const { db, now } = baton.deps
  const { document } = await db.playbooks.current()
  const named = namedIn(document.roles.sales)
  const sales = { ...named, users: named.users.filter((user) => user !== id) }
  await agree(db, { ...document, roles: { ...document.roles, sales } }, { at: now() })
  return () => agree(db, document, { at: now() })
}

async function change({ slack }: GuardedTeam, id: string, fields: object): Promise<() => Promise<unknown>> {
  const user = slack.state.users.find((known) => known.id === id)
  const before = { is_restricted: false, deleted: false }
  Object.assign(user ?? {}, fields)
  return async () => Object.assign(user ?? {}, before)
}
