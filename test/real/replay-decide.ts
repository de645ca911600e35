import { handoffsChannel, people } from '../../src/demo/cast.ts'
import { acceptInSlack, rejectInSlack, type Card } from '../../src/demo/decide-in-slack.ts'
import { findCards } from '../../src/demo/find-cards.ts'
import type { Stage } from '../../src/demo/stage.ts'
import { until } from '../../src/demo/until.ts'
import { latestHandoff } from '../../src/domain/lead/lead.ts'
import { decisionOf, type ReplayDecision } from './replay-decision.ts'
import { idOf, type Row } from './replay-rows.ts'

interface RowsOfSource {
  source: string
  rows: Row[]
}

interface Task {
  card: Card
  decision: NonNullable<ReplayDecision>
}

/** Three people work through the cards in Slack: each takes the next one that waits. */
export async function decideRows(
  stage: Stage,
  file: RowsOfSource,
  report: (line: string) => void,
): Promise<void> {
  const tasks = await tasksOf(stage, file, report)
  const queue = tasks.values()
  let done = 0
  const work = async (userId: string) => {
    for (const task of queue) {
      await decide(stage, userId, task)
      done += 1
      if (done % 100 === 0) report(`Decided ${done} of ${tasks.length}.`)
    }
  }
  await Promise.all(Object.values(people).map(work))
}

async function tasksOf(
  stage: Stage,
  { source, rows }: RowsOfSource,
  report: (line: string) => void,
): Promise<Task[]> {
  const { leads } = stage.baton.deps.db
  const decided = new Map<string, NonNullable<ReplayDecision>>()
  let handedOff = 0
  for (const row of rows) {
    const lead = await leads.findByExternalId(source, idOf(row))
    const handoff = lead && latestHandoff(lead)
    const decision = decisionOf(row)
    if (handoff) handedOff += 1
    if (handoff && decision) decided.set(handoff.id, decision)
  }
  const cards = await allCards(stage, handedOff, report)
  return [...decided].map(([handoffId, decision]) => {
    const card = cards.get(handoffId)
    if (!card) throw new Error(`There is no card for handoff ${handoffId}.`)
    return { card, decision }
  })
}

/** Before anybody decides, every message of the channel is a card. */
async function allCards({ sandbox }: Stage, count: number, report: (line: string) => void) {
  let told = 0
  const look = () => {
    const posted = sandbox.messages(handoffsChannel).length
    if (posted >= told + 100) report(`${(told = posted)} of ${count} cards stand in the channel.`)
    return posted >= count
  }
  await until(`${count} cards in the channel`, look, { seconds: 60 + count, everyMs: 200 })
  return findCards(sandbox.messages(handoffsChannel))
}

async function decide({ sandbox, baton }: Stage, userId: string, { card, decision }: Task): Promise<void> {
  const actor = sandbox.as(userId)
  if (decision === 'accept') await acceptInSlack(baton.deps, actor, card)
  else await rejectInSlack(baton.deps, actor, { card, rejection: decision })
}
