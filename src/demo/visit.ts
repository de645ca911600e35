import type { Host } from '../sandbox/sandbox.ts'
import { beginWeek } from './begin-week.ts'
import { startDemoClock } from './demo-clock.ts'
import { playEarlierWeeks } from './earlier-weeks.ts'
import { skipToMonday } from './monday.ts'
import { newLeads } from './new-leads.ts'
import { startPreparation } from './preparation.ts'
import { loadSampleLeads, sources } from './sample-leads.ts'
import { setStage, type Stage } from './stage.ts'
import { steps } from './steps.ts'

const weekMs = 7 * 24 * 3_600_000

export interface VisitOptions {
  start: Date
  port: number
  postsPerSecond: number
  /** Digests that stand in the channel when the demo's own week begins. */
  earlierWeeks: number
}

export interface Visit {
  /** Where the workspace can be seen. */
  url: string
  stop(): Promise<void>
}

/** Opens a workspace in the middle of its week, for somebody to look around and go on. */
export async function openVisit({ start, port, postsPerSecond, earlierWeeks }: VisitOptions): Promise<Visit> {
  const samples = await loadSampleLeads()
  const clock = startDemoClock(new Date(start.getTime() - earlierWeeks * weekMs))
  const leads = newLeads()
  const preparation = startPreparation(() => stage.sandbox.changed())
  const begin = async () => {
    await playEarlierWeeks(stage, clock, earlierWeeks)
    clock.forwardTo(start)
    await beginWeek(stage, samples)
  }
  const beginAgain = async () => {
    clock.restart()
    await stage.restart({ empty: true })
    await begin()
  }
  const host: Host = {
    steps,
    offers: [
      {
        id: 'lead',
        label: { en: 'New lead', de: 'Neuer Lead' },
        run: () => leads.send({ url: stage.baton.intakeUrl, tokens: stage.tokens }),
      },
      {
        id: 'monday',
        label: { en: 'Skip to Monday 9:00', de: 'Weiter zu Montag 9:00' },
        run: () => skipToMonday(stage, clock),
      },
    ],
    isPreparing: preparation.isGoingOn,
    onReset: () => preparation.during(beginAgain),
  }
  const stage: Stage = await setStage({ sources, postsPerSecond, now: clock.now, page: { port, host } })
  await preparation.during(begin)
  return { url: stage.sandbox.url, stop: stage.stop }
}
