import { expect, it } from 'vitest'
import { sendElsewhere } from '../../src/flows/delivery/send-elsewhere.ts'
import { Operator } from '../../src/flows/access/operator.ts'
import { actions } from '../../src/slack/ids.ts'
import { anna, leads } from '../support/people.ts'
import { aTeam, seen } from '../support/team.ts'
import { waitForCounts } from '../support/wait-for-counts.ts'

const general = 'C0GENERAL'
const jane = { name: 'Jane Doe', email: 'jane@example.com', qualified: true }

it('a channel that is gone gives its cards to another, where they are accepted as ever', async () => {
  await using team = await aTeam()
  const gone = team.slack.state.channels.find(({ id }) => id === leads)
  if (gone) gone.is_archived = true
  await team.send(jane)
  await waitForCounts(team, ({ failed }) => failed === 1, 'the refusal')
  expect(await team.send(jane)).toMatchObject({ body: { leads: [{ became: 'duplicate' }] } })
  const moved = await sendElsewhere(
    { ...team.baton.deps, operator: new Operator() },
    { which: { lane: leads }, to: general, by: 'Olivia' },
  )
  expect(moved).toEqual({ cards: 1, digests: 0 })
  const cardSaying = (words: string) =>
    team.slack.waitFor(
      () => team.slack.messages(general).find((message) => seen(message).includes(words)),
      `a card that says ${words}`,
    )
  await team.slack.as(anna).click(await cardSaying('Jane Doe'), actions.accept)
  expect(seen(await cardSaying('Accepted by'))).toContain('Jane Doe')
  const again = { ...jane, message: 'Please call me.' }
  expect(await team.send(again)).toMatchObject({ body: { leads: [{ became: 'handed-off' }] } })
})
