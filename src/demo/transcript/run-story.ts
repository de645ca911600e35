import { startDemoClock } from '../demo-clock.ts'
import { loadSampleLeads, sources } from '../sample-leads.ts'
import { setStage } from '../stage.ts'
import { tellStory } from './story.ts'

interface StoryOptions {
  start: Date
  postsPerSecond: number
  tell: (lines: string[]) => void
}

/** The whole story as a transcript, from the first lead to the digest; gives back its figures. */
export async function runStory({ start, postsPerSecond, tell }: StoryOptions) {
  const began = performance.now()
  const clock = startDemoClock(start)
  const samples = await loadSampleLeads()
  tell([
    'Baton and a Slack of its own are starting. The workspace, the people and the leads are invented.',
    `Messages go out at ${postsPerSecond} a second and channel here; Slack itself takes about one.`,
    '',
  ])
  const stage = await setStage({ sources, postsPerSecond, now: clock.now })
  try {
    const digest = await tellStory({ stage, clock, tell }, samples)
    const { accepted, rejected } = digest
    return { leads: samples.length, accepted, rejected, digest }
  } finally {
    await stage.stop()
    tell([`Told in ${Math.round((performance.now() - began) / 1000)} seconds.`])
  }
}
