import { describe, expect, it } from 'vitest'
import { engines } from '../support/database.ts'
import { aTeam, seen } from '../support/team.ts'

const people = 100
const rounds = 20

describe.each(engines)('100 people click Accept on one card at once, on $name', (engine) => {
  it(`has one winner, and tells 99 who it is, in each of ${rounds} rounds`, async () => {
    await using team = await aTeam({ engine })
    const crowd = Array.from({ length: people }, (_, index) => `U0CROWD${index}`)
    for (const id of crowd) {
      const name = id.toLowerCase()
      team.slack.state.users.push({
        id,
        name,
        real_name: name,
        title: 'SDR',
        team_id: 'T0BATON',
        locale: 'en-US',
        tz: 'Europe/Berlin',
      })
      for (const channel of team.slack.state.channels) channel.members.push(id)
    }
    for (let round = 1; round <= rounds; round++) {
      await team.send({ name: `Round ${round}.`, email: `round${round}@example.com`, qualified: true })
      const card = structuredClone(await team.card(`Round ${round}.`))
      await Promise.all(crowd.map((id) => team.slack.as(id).click(card, 'lead.accept')))
      const answers: string[] = []
      for (const id of crowd) answers.push(seen(await team.whisper(id)))
      const winners = crowd.filter((_, index) =>
        answers[index]?.includes('is yours. What made this lead good?'),
      )
      expect(winners).toHaveLength(1)
      const told = answers.filter((answer) => answer.includes(`<@${winners[0]}> was first and accepted`))
      expect(told).toHaveLength(people - 1)
      await team.card(`Round ${round}.`, (text) => text.includes(`Accepted by <@${winners[0]}>`))
    }
  })
})
