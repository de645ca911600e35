import type { Host } from '../sandbox/sandbox.ts'
import { beginWeek } from './begin-week.ts'
import { startDemoClock } from './demo-clock.ts'
import { skipToMonday } from './monday.ts'
import { newLeads } from './new-leads.ts'
import { loadSampleLeads, sources } from './sample-leads.ts'
import { setStage, type Stage } from './stage.ts'
import { steps } from './steps.ts'

export interface VisitOptions {
  start: Date
  port: number
  postsPerSecond: number
}

export interface Visit {
  /** Where the workspace can be seen. */
  url: string
  stop(): Promise<void>
}

/** Opens a workspace in the middle of its week, for somebody to look around and go on. */
export async function openVisit({ start, port, postsPerSecond }: VisitOptions): Promise<Visit> {
  const samples = await loadSampleLeads()
  const clock = startDemoClock(start)
  const leads = newLeads()
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
    onReset: async () => {
      clock.restart()
      await stage.restart({ empty: true })
      await beginWeek(stage, samples)
    },
  }
  const stage: Stage = await setStage({ sources, postsPerSecond, now: clock.now, page: { port, host } })
  await beginWeek(stage, samples)
  return { url: stage.sandbox.url, stop: stage.stop }
}
