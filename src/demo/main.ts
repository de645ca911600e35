import { once } from 'node:events'
import { parseArgs } from 'node:util'
import { runStory } from './run-story.ts'
import { openVisit, type Visit } from './visit.ts'

/** A Tuesday morning: every run tells the same week. */
const start = new Date('2026-11-17T08:30:00Z')
const postsPerSecond = 200
const usualPort = 3030
/** Digests that stand in the channel before that week: enough for a trend. */
const earlierWeeks = 6

const { values } = parseArgs({
  options: {
    /** Tells the story as a transcript instead of opening the page. */
    tell: { type: 'boolean', default: false },
    /** The same, with the figures as one line of JSON at the end. */
    json: { type: 'boolean', default: false },
    /** Where the page is; without, a free port when the usual one is taken. */
    port: { type: 'string' },
  },
})

try {
  if (values.json || values.tell) await tellIt(values.json)
  else await showIt(await visitOn(values.port))
} catch (error) {
  process.stderr.write(
    `The demo did not work out: ${error instanceof Error ? error.message : String(error)}\n`,
  )
  process.exitCode = 1
}
// Everything is done; a timer that is left somewhere must not keep the terminal.
process.stdout.write('', () => process.exit())

async function tellIt(json: boolean): Promise<void> {
  const figures = await runStory({ start, postsPerSecond, tell })
  if (json) tell([JSON.stringify(figures)])
}

async function visitOn(port: string | undefined): Promise<Visit> {
  tell(['Baton and a Slack of its own are starting, and a week of sample leads comes in…'])
  const open = (number: number) => openVisit({ start, port: number, postsPerSecond, earlierWeeks })
  if (port !== undefined) return open(Number(port))
  return open(usualPort).catch((error: unknown) => {
    if (error instanceof Error && 'code' in error && error.code === 'EADDRINUSE') return open(0)
    throw error
  })
}

async function showIt(visit: Visit): Promise<void> {
  tell([
    '',
    `  Open ${visit.url}`,
    '',
    '  It is Tuesday morning, and you are Anna, who sells. What to try stands at the top of the page.',
    '  The workspace, the people and the leads are invented. Ctrl+C ends it, and nothing is kept.',
    '',
  ])
  await Promise.race([once(process, 'SIGINT'), once(process, 'SIGTERM')])
  await visit.stop()
}

function tell(lines: string[]): void {
  process.stdout.write(`${lines.join('\n')}\n`)
}
