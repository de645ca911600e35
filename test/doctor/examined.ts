import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { defaultPlaybook } from '../../prisma/seed.ts'
import { discreetly } from '../../src/doctor/discreet.ts'
import { examine, meet } from '../../src/doctor/examine.ts'
import type { Finding } from '../../src/doctor/finding.ts'
import type { PlaybookDocument } from '../../src/domain/playbook/playbook.ts'
import type { Sandbox } from '../../src/sandbox/sandbox.ts'
import { noSettingsFile } from '../../src/settings/settings-file.ts'
import { agreementFile } from '../support/agree.ts'

interface Wish {
  env: Record<string, string>
  /** Of the playbook that is judged; the default one without. */
  playbook?: Partial<PlaybookDocument>
  now?: () => Date
}

/** Everything the doctor says of an installation. */
export async function examined({ env, playbook, now = () => new Date() }: Wish): Promise<Finding[]> {
  const yaml = agreementFile({ playbook: { ...defaultPlaybook, ...playbook } })
  const playbookFile = playbook && { name: 'playbook.yaml', yaml }
  const patient = meet({ env, file: noSettingsFile, playbookFile, now })
  const findings: Finding[] = []
  for await (const found of examine(patient)) findings.push(...found.map(discreetly(env)))
  await patient.close()
  return findings
}

/** Enough settings for that sandbox, and a database that nobody has made yet. */
export const settingsFor = (slack: Sandbox): Record<string, string> => ({
  SLACK_BOT_TOKEN: slack.botToken,
  SLACK_APP_TOKEN: slack.appToken,
  SLACK_API_URL: slack.apiUrl,
  INTAKE_SOURCES: 'website=canary-of-the-website',
  INTAKE_PORT: '45871',
  DATA_DIR: join(tmpdir(), 'baton-that-is-not-there'),
})

/** `problem | handoffs channel | #leads … | what to do` */
export const told = (findings: Finding[]): string[] =>
  findings.map(({ sign, about, says, todo = '' }) => [sign, about, says, todo].join(' | '))
