import { readConfig, readWhatIsRight, type Draft } from '../settings/config.ts'
import { inspectDatabase, type DatabaseView } from '../db/inspect.ts'
import { nearMisses } from '../settings/misspelt-settings.ts'
import type { SettingsFile } from '../settings/settings-file.ts'
import type { Answer } from '../slack/inspect/answer.ts'
import type { Identity } from '../slack/inspect/identity.ts'
import { slackView, type SlackView } from '../slack/inspect/view.ts'
import { findPlaybook, type FoundPlaybook, type PlaybookFile } from './find-playbook.ts'

/** The installation that is looked at. What several checks need is asked once. */
export interface Patient {
  now: () => Date
  hasEnvFile: boolean
  /** What is wrong with the settings. */
  problems: string[]
  /** Names in the environment that may be meant for Baton. */
  hints: string[]
  /** Whether the setting of this name is. */
  isWrong: (name: string) => boolean
  /** The settings that are right. */
  draft: Draft
  slack: SlackView
  /** Whose bot token it is; `null` without one that could be asked about. */
  identity: () => Promise<Answer<Identity> | null>
  database: () => Promise<DatabaseView>
  playbook: () => Promise<FoundPlaybook>
  close(): Promise<void>
}

export interface World {
  env: Record<string, string | undefined>
  file: SettingsFile
  /** A playbook that is judged in the place of the one in force. */
  playbookFile?: PlaybookFile | undefined
  now: () => Date
}

export function meet({ env, file, playbookFile, now }: World): Patient {
  const config = readConfig(env)
  const problems = [...file.problems, ...(config.ok ? [] : config.problems)]
  const [hints, hasEnvFile] = [nearMisses(env, file.names), file.isThere]
  const isWrong = (name: string) => problems.some((problem) => problem.startsWith(`${name} `))
  const right = readWhatIsRight(env)
  const draft = isWrong('SLACK_API_URL') ? withoutTokens(right) : right
  const { botToken } = draft.slack
  const slack = slackView({ ...draft.slack, botToken: botToken ?? '' }, now)
  const isUrlWrong = isWrong('DATABASE_URL')
  const database = once(() => inspectDatabase({ ...draft.database, isUrlWrong, now }))
  const identity = once(async () => (botToken === undefined ? null : slack.identity()))
  const playbook = once(() => findPlaybook(playbookFile, database))
  const close = async () => {
    const view = await database()
    if (view.state === 'open') await view.close()
  }
  return { now, hasEnvFile, problems, hints, isWrong, draft, slack, identity, database, playbook, close }
}

/** Tokens for a server that can't be told from its address go to no other. */
const withoutTokens = (draft: Draft): Draft => ({
  ...draft,
  slack: { ...draft.slack, botToken: undefined, appToken: undefined },
})

/** Why Slack was not asked. */
export const unasked = (identity: Answer<Identity> | null): string =>
  identity ? 'Slack did not take the bot token' : 'there is no bot token to ask Slack with'

function once<T>(load: () => Promise<T>): () => Promise<T> {
  let loaded: Promise<T> | undefined
  return () => (loaded ??= load())
}
