import { once } from 'node:events'
import { parseArgs } from 'node:util'
import { startSandbox } from './sandbox.ts'

const { values } = parseArgs({ options: { port: { type: 'string', default: '3030' } } })
const sandbox = await startSandbox({ port: Number(values.port) })

process.stdout.write(`A Slack to run against: ${sandbox.url}

Settings for a bot in it, for .env or the command line:

SLACK_BOT_TOKEN=${sandbox.botToken}
SLACK_APP_TOKEN=${sandbox.appToken}
SLACK_API_URL=${sandbox.apiUrl}

Ctrl+C ends it, and nothing is kept.
`)
await Promise.race([once(process, 'SIGINT'), once(process, 'SIGTERM')])
await sandbox.stop()
