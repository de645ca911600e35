import { setTimeout as wait } from 'node:timers/promises'
import { Command } from 'commander'
import { discreetly } from '../doctor/discreet.ts'
import type { Finding } from '../doctor/finding.ts'
import { lineOf, summaryOf, verdictOf } from '../doctor/report.ts'
import { readText } from '../settings/read-text.ts'
import { loadSettingsFile } from '../settings/settings-file.ts'

interface Options {
  json?: true
  playbook?: string
}

/** `baton doctor`: what is wrong with this installation, and what to do about it. */
export function doctorCommand(): Command {
  return new Command('doctor')
    .description('say what is wrong with this installation, and what to do; nothing is changed')
    .option('--json', 'one line of JSON')
    .option('--playbook <file>', 'judge this playbook instead of the one in force')
    .action(run)
}

async function run({ json, playbook }: Options): Promise<void> {
  const findings: Finding[] = []
  for await (const finding of look(playbook)) {
    findings.push(finding)
    if (!json) process.stdout.write(`${lineOf(finding, width())}\n`)
  }
  const verdict = verdictOf(findings)
  const object = { ok: verdict.problems === 0, ...verdict }
  process.stdout.write(json ? `${JSON.stringify(object)}\n` : `\n${summaryOf(verdict)}\n`)
  if (verdict.problems > 0) process.exitCode = 1
}

const width = (): number => Math.max(60, Math.min(process.stdout.columns ?? 100, 120))
/** A database that does not answer is not waited for. */
const closingMs = 3_000

async function* look(playbook: string | undefined): AsyncGenerator<Finding> {
  // Slack's client and Prisma are large, and the other commands do without the one or the other.
  const { examine, meet } = await import('../doctor/examine.ts')
  const { env } = process
  const playbookFile = playbook === undefined ? undefined : { name: playbook, yaml: await readText(playbook) }
  const patient = meet({ env, file: loadSettingsFile(env), playbookFile, now: () => new Date() })
  const discreet = discreetly(env)
  for await (const found of examine(patient)) yield* found.map(discreet)
  await Promise.race([patient.close(), wait(closingMs)])
}
