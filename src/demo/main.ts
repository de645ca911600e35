import { parseArgs } from 'node:util'
import type { DigestFigures } from '../domain/digest-figures.ts'
import { startDemoClock } from './demo-clock.ts'
import { loadSampleLeads, sources } from './sample-leads.ts'
import { setStage } from './stage.ts'
import { tellStory } from './story.ts'

/** A Tuesday morning: every run tells the same week. */
const start = new Date('2026-11-17T08:30:00Z')
const postsPerSecond = 40

async function runDemo(json: boolean): Promise<void> {
  const began = performance.now()
  const clock = startDemoClock(start)
  const samples = await loadSampleLeads()
  tell([
    'Baton and a Slack of its own are starting. The workspace, the people and the leads are invented.',
    `Messages go out at ${postsPerSecond} a second and channel here; Slack itself takes about one.`,
    '',
  ])
  const stage = await setStage({ sources, postsPerSecond, now: clock.now })
  let figures: DigestFigures
  try {
    figures = await tellStory({ stage, clock, tell }, samples)
  } finally {
    await stage.stop()
  }
  tell([`Told in ${Math.round((performance.now() - began) / 1000)} seconds.`])
  const { accepted, rejected } = figures
  if (json) tell([JSON.stringify({ leads: samples.length, accepted, rejected, digest: figures })])
}

function tell(lines: string[]): void {
  process.stdout.write(`${lines.join('\n')}\n`)
}

const { values } = parseArgs({ options: { json: { type: 'boolean', default: false } } })
try {
  await runDemo(values.json)
} catch (error) {
  process.stderr.write(
    `The demo did not work out: ${error instanceof Error ? error.message : String(error)}\n`,
  )
  process.exitCode = 1
}
// Everything is stopped; only the schema engine's own timers would keep the process for some seconds more.
process.stdout.write('', () => process.exit())
// Slack's socket client leaves a timer of 30 s behind when it disconnects (socket-mode 3.1).
process.exit()
