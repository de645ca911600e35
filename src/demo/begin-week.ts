import { playContest, playDecisions, tasksOf, type Task } from './decisions.ts'
import { people } from './cast.ts'
import { sendLeads } from './send-leads.ts'
import type { SampleLead } from './sample-leads.ts'
import { settled, type Stage } from './stage.ts'

/** So many of the latest leads wait for whoever looks at the page. */
const leftForVisitor = 8

/** Fills the workspace: leads come in, two people want the same one, and all but the latest are decided. */
export async function beginWeek(stage: Stage, samples: SampleLead[]): Promise<void> {
  const door = { url: stage.baton.intakeUrl, tokens: stage.tokens }
  const tasks = await tasksOf(stage, await sendLeads(door, samples))
  const played = tasks.slice(0, -leftForVisitor)
  const contested = played.filter((task) => rivalsOf(task).length > 0)
  for (const task of contested) await playContest(stage, task.card, rivalsOf(task))
  await playDecisions(
    stage,
    played.filter((task) => !contested.includes(task)),
  )
  await settled(stage)
  // Slack forgets what only one person was shown as soon as they look anew.
  stage.sandbox.state.ephemerals.clear()
}

/** Who clicks Accept on this card at the same moment; nobody where one person decides. */
export function rivalsOf({ decision }: Task): string[] {
  return 'accept' in decision && decision.contestedBy
    ? [people[decision.accept], people[decision.contestedBy]]
    : []
}
