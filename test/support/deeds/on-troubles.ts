import type { SandboxMessage } from '../../../src/sandbox/sandbox.ts'
import { actions } from '../../../src/slack/ids.ts'
import { leads } from '../people.ts'
import type { Team } from '../team.ts'
import { settled, waitForCounts } from '../wait-for-counts.ts'
import { lender, type Deed } from './deed.ts'

let count = 0

/** What operations are told when a card was refused, its cause mended since. */
async function refused(team: Team): Promise<SandboxMessage> {
  const channel = team.slack.state.channels.find(({ id }) => id === leads)
  if (!channel) throw new Error('there is no channel for leads')
  // What went out again the last time must not be refused with it: two are told in other words than one.
  await settled(team)
  channel.is_archived = true
  count += 1
  await team.send({ name: `Refused ${count}.`, email: `refused${count}@example.com`, qualified: true })
  await waitForCounts(team, ({ failed }) => failed > 0, 'the card to be refused')
  channel.is_archived = false
  await team.baton.lookNow()
  const letters = () => team.slack.messages(`D${lender('operations').id.slice(1)}`)
  const offers = () => letters().findLast((letter) => JSON.stringify(letter).includes(actions.sendAgain))
  return structuredClone(await team.slack.waitFor(offers, 'operations to be told'))
}

export const onTroubles = {
  'send again what was refused': {
    id: actions.sendAgain,
    may: ['operations'],
    stage: async (team) => {
      const letter = await refused(team)
      return {
        where: 'whisper',
        act: ({ id }) => team.slack.as(id).click(letter, actions.sendAgain),
        done: (_who, told) => /goes out again|geht erneut hinaus/.test(told) || undefined,
      }
    },
  },
} satisfies Record<string, Deed>
