import type { SandboxMessage } from '../../../src/sandbox/sandbox.ts'
import { actions, views } from '../../../src/slack/ids.ts'
import type { Actor } from '../cast.ts'
import { seen, type Team } from '../team.ts'
import { deciders, everyRole, lender, plant, readers, type Deed } from './deed.ts'

let count = 0

/** A lead that nobody has decided on, with a persona to look at. */
async function freshCard(team: Team): Promise<SandboxMessage> {
  const name = `Lead ${++count}.`
  await team.send({ name, title: 'VP Sales', email: `lead${count}@example.com`, request: 'demo' })
  return structuredClone(await team.card(name))
}

const cardNow = (team: Team, { channel, ts }: SandboxMessage) =>
  seen(team.slack.state.messages.find(channel, ts) ?? {})
const viewOf = (team: Team, { id }: Actor) => team.slack.as(id).view()

/** Opens the reject modal as somebody who may. */
async function openRejection(team: Team, who: Actor): Promise<SandboxMessage> {
  const card = await freshCard(team)
  await team.slack.as(who.id).click(card, actions.reject)
  await team.slack.waitFor(() => viewOf(team, who), 'the modal')
  return card
}

/** The question that follows an acceptance. */
async function prompt(team: Team, owner: Actor): Promise<SandboxMessage> {
  const card = await freshCard(team)
  const known = new Set(team.slack.ephemerals(owner.id).map(({ ts }) => ts))
  await team.slack.as(owner.id).click(card, actions.accept)
  const isNew = ({ ts }: SandboxMessage) => !known.has(ts)
  return team.slack.waitFor(() => team.slack.ephemerals(owner.id).find(isNew), 'the question')
}

const praise = `${actions.praise}.clear-intent`

export const onCards = {
  'accept a lead': {
    id: actions.accept,
    may: deciders,
    stage: async (team) => {
      const card = await freshCard(team)
      return {
        where: 'whisper',
        act: ({ id }) => team.slack.as(id).click(card, actions.accept),
        done: ({ id }) => cardNow(team, card).includes(`Accepted by <@${id}>`) || undefined,
      }
    },
  },
  'open the reject modal': {
    id: actions.reject,
    may: deciders,
    stage: async (team) => {
      const card = await freshCard(team)
      return {
        where: 'whisper',
        act: ({ id }) => team.slack.as(id).click(card, actions.reject),
        done: (who) => viewOf(team, who),
      }
    },
  },
  'choose a reason in it': {
    id: actions.rejectReason,
    may: deciders,
    stage: async (team, doer = lender('sales')) => {
      await openRejection(team, doer)
      return {
        where: 'modal',
        act: (who) => {
          plant(team, doer, who)
          return team.slack.as(who.id).fill({ reason: 'company-fit' })
        },
        done: (who) =>
          viewOf(team, who)?.blocks.some(({ block_id: id }) => id === 'attribute:company-fit') || undefined,
      }
    },
  },
  'send it': {
    id: `view ${views.reject}`,
    may: deciders,
    stage: async (team, doer = lender('sales')) => {
      const card = await openRejection(team, doer)
      return {
        where: 'modal',
        act: (who) => {
          plant(team, doer, who)
          return team.slack.as(who.id).submit({ reason: 'low-intent' })
        },
        done: ({ id }) => cardNow(team, card).includes(`Rejected by <@${id}>`) || undefined,
      }
    },
  },
  'say what made a lead good': {
    id: actions.praise,
    may: deciders,
    stage: async (team, doer = lender('sales')) => {
      const question = structuredClone(await prompt(team, doer))
      return {
        where: 'whisper',
        act: ({ id }) => team.slack.as(id).click(question, praise),
        done: () => (team.slack.state.ephemerals.find(question.channel, question.ts) ? undefined : true),
      }
    },
  },
  'see how to reach a lead': {
    id: actions.showContact,
    may: everyRole,
    stage: async (team) => {
      const card = await freshCard(team)
      return {
        where: 'whisper',
        act: ({ id }) => team.slack.as(id).click(card, actions.showContact),
        done: (who) => seen(viewOf(team, who) ?? {}).includes('@example.com') || undefined,
      }
    },
  },
  'look at the persona of a card': {
    id: actions.showPersona,
    may: readers,
    stage: async (team) => {
      const card = await freshCard(team)
      return {
        where: 'whisper',
        act: ({ id }) => team.slack.as(id).click(card, actions.showPersona),
        done: (_who, told) => /recognise them|Woran man sie erkennt/.test(told) || undefined,
      }
    },
  },
} satisfies Record<string, Deed>
