import { readFileSync } from 'node:fs'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import { actions, commands, notOneOf, views } from '../../src/slack/ids.ts'
import { texts } from '../../src/slack/text/index.ts'
import { cast, kinds, type Actor } from '../support/cast.ts'
import { nameOf, whatIsBound, type Bound } from '../support/deeds/bound.ts'
import { deeds } from '../support/deeds/index.ts'
import { aGuardedTeam, type GuardedTeam } from '../support/guarded-team.ts'
import { seen } from '../support/team.ts'
import { watchWhispers } from '../support/who-sees-what.ts'

const all = Object.entries(deeds).map(([what, deed]) => ({ what, ...deed }))
const refusal = ({ kind, language }: Actor) => texts(language)(`refusal.${kinds[kind].told}`)

describe('who may do what', () => {
  let team: GuardedTeam
  let bound: Bound[]
  beforeAll(async () => {
    bound = await whatIsBound(async () => (team = await aGuardedTeam()))
  })
  afterAll(() => team[Symbol.asyncDispose]())

  it('has a row for everything that Slack can send', () => {
    const { settings } = parse(readFileSync('manifest.yml', 'utf8')) as {
      settings: { event_subscriptions: { bot_events: string[] } }
    }
    const sendable = [
      ...[...Object.values(actions), ...Object.values(views).map((id) => `view ${id}`)],
      ...[...Object.values(commands), ...settings.event_subscriptions.bot_events],
    ]
    expect([...new Set(all.map(({ id }) => id))].toSorted()).toEqual(sendable.toSorted())
  })

  it('has a row for every listener that Bolt was given, and each hears its own', () => {
    const rows = [...new Set(all.map(({ id }) => id))]
    const names = bound.map((listener) => nameOf(listener, rows))
    expect(names.filter((name) => name !== null).toSorted()).toEqual(rows.toSorted())
    const others = bound.filter((listener) => nameOf(listener, rows) === null)
    expect(others).toEqual([
      { kind: 'action', hears: notOneOf(Object.values(actions)) },
      { kind: 'command', hears: notOneOf(Object.values(commands)) },
      { kind: 'view', hears: notOneOf(Object.values(views)) },
      { kind: 'view', hears: { callback_id: /.*/, type: 'view_closed' } },
      { kind: 'shortcut', hears: /.*/ },
    ])
  })

  describe.each(all)('to $what', ({ may, stage }) => {
    const isAllowed = ({ kind }: Actor) => may.some((name) => name === kind)
    const refused = cast.filter((actor) => !isAllowed(actor))

    it.each(cast.filter(isAllowed))('is for $kind ($language)', async (who) => {
      const scene = await stage(team, who)
      const whispers = watchWhispers(team)
      await scene.act(who)
      await team.slack.waitFor(() => scene.done(who, whispers.told(who.id)), 'its effect')
      expect(whispers.told(who.id)).not.toContain(refusal(who))
      team.slack.state.modals.delete(who.id)
    })

    it('is refused to everybody else, privately and kindly, and leaves no trace', async () => {
      const scene = await stage(team)
      const before = await team.everything()
      const whispers = watchWhispers(team)
      const modals = new Set(team.slack.state.modals.keys())
      await Promise.all(refused.map((who) => scene.act(who)))
      for (const who of refused) {
        const { state } = team.slack
        const places = {
          whisper: () => whispers.told(who.id),
          modal: () => seen(state.modals.get(who.id)?.at(-1) ?? {}),
          home: () => seen(state.homes.get(who.id) ?? {}),
        }
        const told = await team.slack.waitFor(
          () => places[scene.where]() || undefined,
          `${who.id} to be told`,
        )
        if (scene.where === 'modal')
          await team.slack.waitFor(() => places.modal().includes(refusal(who)), 'why')
        expect(scene.where === 'modal' ? places.modal() : told).toContain(refusal(who))
        expect(scene.where === 'home' ? told : '').not.toMatch(/Lead \d/)
        expect(told).not.toMatch(/example\.com/)
      }
      expect(await team.everything()).toEqual(before)
      const once = scene.where === 'whisper' ? refused.map(({ id }): [string, number] => [id, 1]) : []
      expect(whispers.counts()).toEqual(Object.fromEntries(once))
      const opened = [...team.slack.state.modals.keys()].filter((id) => !modals.has(id))
      expect(opened.toSorted()).toEqual(scene.where === 'modal' ? refused.map(({ id }) => id).toSorted() : [])
      team.slack.state.modals.clear()
    })
  })
})
