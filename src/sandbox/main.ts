import { once } from 'node:events'
import { portOf, readArguments, sentenceOf } from './transport/arguments.ts'
import { startSandbox } from './sandbox.ts'

const { port } = readArguments({
  usage: `Usage: npm run sandbox -- [--port NUMBER]

A Slack to run a bot against, with a page to look at it; nothing of it is kept.

  --port NUMBER  where its page and its Web API are (3030)
  -h, --help     this text
`,
  options: { port: { type: 'string', default: '3030' } },
})

async function run(): Promise<void> {
  const sandbox = await startSandbox({ port: portOf(port) })
  process.stdout.write(`A Slack to run against: ${sandbox.url}

Settings for a bot in it, for .env or the command line:

SLACK_BOT_TOKEN=${sandbox.botToken}
SLACK_APP_TOKEN=${sandbox.appToken}
SLACK_API_URL=${sandbox.apiUrl}

Ctrl+C ends it, and nothing is kept.
`)
  await Promise.race([once(process, 'SIGINT'), once(process, 'SIGTERM')])
  await sandbox.stop()
}

try {
  await run()
} catch (error) {
  process.stderr.write(`The sandbox can’t start. ${sentenceOf(error)}\n`)
  process.exitCode = 1
}
