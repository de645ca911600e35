import { latestHandoff } from '../domain/lead/lead.ts'
import { handoffsChannel, people } from './cast.ts'
import { acceptInSlack, praiseInSlack, rejectInSlack, type Card } from './decide-in-slack.ts'
import { findCards } from './find-cards.ts'
import type { SandboxMessage } from '../sandbox/sandbox.ts'
import type { SampleDecision } from './sample-leads.ts'
import type { Arrival } from './send-leads.ts'
import type { Stage } from './stage.ts'
import { until } from './until.ts'

/** A decision to be made, with the card to make it on. */
export interface Task {
  decision: SampleDecision
  card: Card
}

/** Waits for every card, and says who has to decide what on which. */
export async function tasksOf(stage: Stage, arrivals: Arrival[]): Promise<Task[]> {
  const handedOff = arrivals.filter(({ became }) => became === 'handed-off')
  const cards = await until('the cards of all leads that were handed off', () => {
    const found = findCards(stage.sandbox.messages(handoffsChannel))
    return found.size >= handedOff.length && found
  })
  const tasks = handedOff.map(async ({ sample, leadId }) => {
    const lead = await stage.baton.deps.db.leads.find(leadId ?? '')
    const card = cards.get((lead && latestHandoff(lead)?.id) ?? '')
    if (!card) throw new Error(`There is no card for lead ${leadId}.`)
    return sample.sales ? [{ decision: sample.sales, card }] : []
  })
  return (await Promise.all(tasks)).flat()
}

/** Two people click Accept on one card at the same moment: who won, and what only the other one was told. */
export async function playContest(
  { sandbox, baton }: Stage,
  card: Card,
  rivals: string[],
): Promise<{ winner: string; loser: string; told: SandboxMessage[] }> {
  const before = new Set(rivals.flatMap((id) => sandbox.ephemerals(id)))
  const winners = rivals.map((id) => acceptInSlack(baton.deps, sandbox.as(id), card))
  const [winner = ''] = await Promise.all(winners)
  const loser = rivals.find((id) => id !== winner) ?? ''
  const told = await until('the second of two to be told who was first', () => {
    const news = sandbox.ephemerals(loser).filter((message) => !before.has(message))
    return news.length > 0 && news
  })
  return { winner, loser, told }
}

/** Each person decides about theirs: the people at once, each one lead after the other. */
export async function playDecisions(stage: Stage, tasks: Task[]): Promise<void> {
  const lists = Map.groupBy(tasks, ({ decision }) =>
    'accept' in decision ? decision.accept : decision.reject,
  )
  await Promise.all([...lists.values()].map((list) => playEach(stage, list)))
}

async function playEach(stage: Stage, tasks: Task[]): Promise<void> {
  for (const task of tasks) await play(stage, task)
}

async function play(stage: Stage, { decision, card }: Task): Promise<void> {
  const { deps } = stage.baton
  if ('reject' in decision) {
    const { reject: by, ...rejection } = decision
    return rejectInSlack(deps, stage.sandbox.as(people[by]), { card, rejection })
  }
  const userId = people[decision.accept]
  await acceptInSlack(deps, stage.sandbox.as(userId), card)
  if (decision.praise) await praiseInSlack(stage.sandbox, { userId, card }, decision.praise)
}
