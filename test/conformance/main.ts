import { Command } from 'commander'
import { checkEmulate } from './check-emulate.ts'
import { checkLocalSlack } from './check-local-slack.ts'
import type { Report } from './checks.ts'

/** Runs Baton against two Slack servers that other people wrote; what they can't do is listed. */
async function main(json: boolean): Promise<boolean> {
  const reports: Report[] = []
  for (const run of [checkEmulate, checkLocalSlack]) {
    reports.push(await run(tell))
    tell('')
  }
  for (const { peer, passed, failed, cannot } of reports) {
    tell(`${peer}: ${passed.length} passed, ${failed.length} failed, ${cannot.length} that it can't show`)
  }
  if (json) tell(JSON.stringify({ peers: reports }))
  return reports.every(({ failed }) => failed.length === 0)
}

function tell(line: string): void {
  process.stdout.write(`${line}\n`)
}

const command = new Command('npm run conformance --')
  .description('Runs Baton against two Slack servers that other people wrote, and says what came of it.')
  .option('--json', 'what came of it as one line of JSON at the end', false)
  .action(async ({ json }: { json: boolean }) => void (process.exitCode = (await main(json)) ? 0 : 1))

try {
  await command.parseAsync()
} catch (error) {
  process.stderr.write(
    `The conformance run broke off: ${error instanceof Error ? error.message : String(error)}\n`,
  )
  process.exitCode = 1
}
// Everything is done; a timer that is left somewhere must not keep the terminal.
process.stdout.write('', () => process.exit())
