import { once } from 'node:events'
import { portOf, readArguments, sentenceOf } from '../sandbox/transport/arguments.ts'
import { runStory } from './transcript/run-story.ts'
import { openVisit, type Visit } from './visit.ts'

/** A Tuesday morning: every run tells the same week. */
const start = new Date('2026-11-17T08:30:00Z')
const postsPerSecond = 200
const usualPort = 3030
/** Digests that stand in the channel before that week: enough for a trend. */
const earlierWeeks = 6

const values = readArguments({
  usage: `Usage: npm run demo -- [--tell | --json] [--port NUMBER]

Baton and a Slack of its own, in the middle of a week of sample leads; no token, and nothing is kept.

  --tell         the story as a transcript, instead of a page
  --json         the same, with its figures as one line of JSON at the end
  --port NUMBER  where the page is (${usualPort}, or any free one where that is taken)
  -h, --help     this text
`,
  options: {
    tell: { type: 'boolean', default: false },
    json: { type: 'boolean', default: false },
    port: { type: 'string' },
  },
})

try {
  if (values.json || values.tell) await tellIt(values.json)
  else await showIt(await visitOn(values.port))
} catch (error) {
  process.stderr.write(`The demo did not work out. ${sentenceOf(error)}\n`)
  process.exitCode = 1
}
// Everything is done; a timer that is left somewhere must not keep the terminal.
process.stdout.write('', () => process.exit())

async function tellIt(json: boolean): Promise<void> {
  const figures = await runStory({ start, postsPerSecond, tell })
  if (json) tell([JSON.stringify(figures)])
}

async function visitOn(port: string | undefined): Promise<Visit> {
  const asked = port === undefined ? undefined : portOf(port)
  tell(['Baton and a Slack of its own are starting, and a week of sample leads comes in…'])
  const open = (number: number) => openVisit({ start, port: number, postsPerSecond, earlierWeeks })
  if (asked !== undefined) return open(asked)
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
