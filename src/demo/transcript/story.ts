import type { DigestFigures } from '../../domain/digest/figures.ts'
import { weekBounds, weekOf } from '../../domain/calendar/week.ts'
import { rivalsOf } from '../begin-week.ts'
import { handoffsChannel, marketingChannel, names } from '../cast.ts'
import { playContest, playDecisions, tasksOf, type Task } from '../decisions.ts'
import type { DemoClock } from '../demo-clock.ts'
import type { SampleLead } from '../sample-leads.ts'
import { tellLookUps, type Telling } from './look-ups.ts'
import { praiseInSlack } from '../decide-in-slack.ts'
import { sendLeads, type Arrival } from '../send-leads.ts'
import { settled } from '../stage.ts'
import { drawChannel, drawHeading, drawPrivately } from './transcript.ts'
import { until } from '../until.ts'

interface Teller extends Telling {
  clock: DemoClock
}

/** A week of both teams, told as it happens; ends with the figures of its digest. */
export async function tellStory(teller: Teller, samples: SampleLead[]): Promise<DigestFigures> {
  const { stage, tell } = teller
  tell(drawHeading(`Tuesday, 09:30: ${samples.length} leads come in over HTTP`))
  const arrivals = await sendLeads({ url: stage.baton.intakeUrl, tokens: stage.tokens }, samples)
  tell(summaryOf(arrivals))
  const tasks = await tasksOf(stage, arrivals)
  await later(teller, 3)
  await tellContests(teller, tasks)
  await later(teller, 4)
  await tellLookUps(teller)
  await later(teller, 8)
  await playDecisions(
    stage,
    tasks.filter((task) => rivalsOf(task).length === 0),
  )
  await settled(stage)
  tell(drawHeading('#leads, when everybody has decided'))
  tell(drawChannel(stage.sandbox, handoffsChannel))
  return tellDigest(teller)
}

/** Some minutes pass, once everything that is under way has arrived. */
async function later({ stage, clock }: Teller, minutes: number): Promise<void> {
  await settled(stage)
  clock.forwardTo(new Date(clock.now().getTime() + minutes * 60_000))
}

function summaryOf(arrivals: Arrival[]): string[] {
  const became = Map.groupBy(arrivals, (arrival) => arrival.became)
  const counts = [...became].map(([what, list]) => `${list.length} ${what}`).join(', ')
  const remarks = arrivals.flatMap(({ remark }) => (remark ? [`refused with 400: ${remark}`] : []))
  return [`What the intake answered: ${counts}.`, ...remarks.map((remark) => `  ${remark}`), '']
}

async function tellContests({ stage, tell }: Teller, tasks: Task[]): Promise<void> {
  for (const task of tasks) {
    const rivals = rivalsOf(task)
    if (rivals.length === 0) continue
    tell(drawHeading('Two people click Accept on the same card at the same moment'))
    const { winner, loser, told } = await playContest(stage, task.card, rivals)
    tell([`${names.get(winner)} was first.`, ...drawPrivately(loser, told)])
    const { praise } = 'accept' in task.decision ? task.decision : {}
    if (praise) await praiseInSlack(stage.sandbox, { userId: winner, card: task.card }, praise)
  }
}

/** Baton is away over the weekend and starts again on Monday at nine: its job finds that the digest is due. */
async function tellDigest({ stage, clock, tell }: Teller): Promise<DigestFigures> {
  const { zone } = (await stage.baton.deps.db.playbooks.current()).document
  const week = weekOf(clock.now(), zone)
  clock.forwardTo(new Date(weekBounds(week, zone).to.getTime() + 9.02 * 3_600_000))
  await stage.restart()
  await until('the weekly digest', () => stage.sandbox.messages(marketingChannel).length > 0)
  await settled(stage)
  tell(drawHeading('Monday, 09:01: #marketing-feedback'))
  tell(drawChannel(stage.sandbox, marketingChannel))
  const figures = await stage.baton.deps.db.digests.find('marketing', week)
  if (!figures) throw new Error(`The digest of ${week} was posted and is not stored.`)
  return figures
}
