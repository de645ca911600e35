import type { SandboxMessage } from '../../../src/sandbox/sandbox.ts'
import { actions, changeFields, views } from '../../../src/slack/ids.ts'
import { marketing } from '../people.ts'
import { seen, type Team } from '../team.ts'
import { everyRole, improvers, lender, plant, type Deed } from './deed.ts'

/** The digest that stands in marketing's channel. */
function digest(team: Team): Promise<SandboxMessage> {
  const isDigest = ({ thread_ts: thread, text }: SandboxMessage) =>
    thread === undefined && text.includes('W47')
  return team.slack.waitFor(() => team.slack.messages(marketing).find(isDigest), 'the digest')
}

const replyBy = (team: Team, posted: SandboxMessage, id: string) =>
  team.slack.thread(marketing, posted.ts).find((reply) => seen(reply).includes(`<@${id}>`))

export const onDigests = {
  'begin to say what was changed': {
    id: actions.changed,
    may: improvers,
    stage: async (team) => {
      const posted = await digest(team)
      return {
        where: 'whisper',
        act: ({ id }) => team.slack.as(id).click(posted, actions.changed),
        done: ({ id }) => team.slack.as(id).view(),
      }
    },
  },
  'say what was changed': {
    id: `view ${views.change}`,
    may: improvers,
    stage: async (team, doer = lender('marketing')) => {
      const posted = await digest(team)
      await team.slack.as(doer.id).click(posted, actions.changed)
      await team.slack.waitFor(() => team.slack.as(doer.id).view(), 'the modal')
      return {
        where: 'modal',
        act: (who) => {
          plant(team, doer, who)
          return team.slack.as(who.id).submit({ [changeFields.what]: 'The form asks for the budget.' })
        },
        done: ({ id }) => replyBy(team, posted, id),
      }
    },
  },
  'put a change off': {
    id: actions.notNow,
    may: improvers,
    stage: async (team) => {
      const posted = await digest(team)
      return {
        where: 'whisper',
        act: ({ id }) => team.slack.as(id).click(posted, actions.notNow),
        done: ({ id }) =>
          team.slack
            .thread(marketing, posted.ts)
            .find((reply) => seen(reply).includes(`<@${id}> has read this`)),
      }
    },
  },
  'ask why a number is what it is': {
    id: actions.why,
    may: everyRole,
    stage: async (team) => {
      const posted = await digest(team)
      return {
        where: 'whisper',
        act: ({ id }) => team.slack.as(id).click(posted, actions.why, { value: 'coverage' }),
        done: ({ id }) => team.slack.as(id).view(),
      }
    },
  },
} satisfies Record<string, Deed>
