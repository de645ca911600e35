import { z } from 'zod'
import { secretOf, settingsSchema, type Settings } from './settings-schema.ts'

export const noAddressHere = (host: string): string =>
  `INTAKE_HOST ${host} is no address of this machine: use 127.0.0.1 for this machine alone, 0.0.0.0 for all its addresses.`

export interface Source {
  name: string
  bearer: string[]
  webhook: string[]
}

export interface Config {
  slack: {
    botToken: string
    appToken: string | undefined
    signingSecret: string | undefined
    apiUrl: string
    port: number
  }
  delivery: { postsPerSecond: number; settleMs: number }
  database: { url: string | undefined; dataDir: string }
  intake: { host: string; port: number; sources: Source[] }
  /** What /metrics asks for; without it, whoever reaches the port may look. */
  metricsToken: string | undefined
  logLevel: Settings['LOG_LEVEL']
}

export type ConfigResult = { ok: true; value: Config } | { ok: false; problems: string[] }

/** The settings, or all that is wrong with them at once, each with its remedy and none with its value. */
export function readConfig(env: Record<string, string | undefined>): ConfigResult {
  const given = Object.fromEntries(Object.entries(env).filter(([, value]) => value !== ''))
  const parsed = settingsSchema.safeParse(given)
  if (parsed.success) return { ok: true, value: toConfig(parsed.data) }
  return { ok: false, problems: [...new Set(parsed.error.issues.map(sentenceOf))] }
}

/** Of a list it is said which entry is wrong, and never what stands there. */
function sentenceOf({ path: [name, index], message }: z.core.$ZodIssue): string {
  const entry = typeof index === 'number' ? ` entry ${index + 1}` : ''
  return `${String(name)}${entry} ${message}`
}

/** Settings of which the bot token may be missing. */
export type Draft = Omit<Config, 'slack'> & { slack: SlackDraft }
type SlackDraft = Omit<Config['slack'], 'botToken'> & { botToken: string | undefined }

/** The settings that are right; those that are wrong count as not set. For a look at an installation that doesn't work yet. */
export function readWhatIsRight(env: Record<string, string | undefined>): Draft {
  const right = Object.entries(settingsSchema.shape).filter(
    ([name, field]) => field.safeParse(env[name]).success,
  )
  const draft = draftSchema.parse(Object.fromEntries(right.map(([name]) => [name, env[name] || undefined])))
  return toConfig(draft)
}
const draftSchema = z.object({
  ...settingsSchema.shape,
  SLACK_BOT_TOKEN: settingsSchema.shape.SLACK_BOT_TOKEN.optional(),
})

/**
 * The part of the settings that the command line needs: the database, and no Slack.
 * @throws Error with a sentence that says what to correct
 */
export function readDatabaseConfig(env: Record<string, string | undefined>): Config['database'] {
  const { DATABASE_URL, DATA_DIR } = settingsSchema.shape
  const url = DATABASE_URL.safeParse(env['DATABASE_URL'] || undefined)
  if (!url.success)
    throw new Error(url.error.issues.map(({ message }) => `DATABASE_URL ${message}`).join('\n'))
  return { url: url.data, dataDir: DATA_DIR.parse(env['DATA_DIR'] || undefined) }
}

function toConfig(settings: Settings): Config
function toConfig(settings: z.infer<typeof draftSchema>): Draft
function toConfig(settings: z.infer<typeof draftSchema>): Draft {
  return {
    slack: {
      botToken: settings.SLACK_BOT_TOKEN,
      appToken: settings.SLACK_SIGNING_SECRET ? undefined : settings.SLACK_APP_TOKEN,
      signingSecret: settings.SLACK_SIGNING_SECRET,
      apiUrl: settings.SLACK_API_URL,
      port: settings.SLACK_PORT,
    },
    delivery: {
      postsPerSecond: settings.SLACK_POSTS_PER_SECOND,
      settleMs: settings.DELIVERY_SETTLE_SECONDS * 1000,
    },
    database: { url: settings.DATABASE_URL, dataDir: settings.DATA_DIR },
    intake: {
      host: settings.INTAKE_HOST,
      port: settings.INTAKE_PORT,
      sources: sourcesOf(settings.INTAKE_SOURCES),
    },
    metricsToken: settings.METRICS_TOKEN,
    logLevel: settings.LOG_LEVEL,
  }
}

/** A source that stands there twice has two secrets: the old and the new one, while it is being changed. */
function sourcesOf(entries: string[]): Source[] {
  const pairs = entries.map((entry) => ({
    name: entry.slice(0, entry.indexOf('=')),
    secret: secretOf(entry),
  }))
  return [...Map.groupBy(pairs, (pair) => pair.name)].map(([name, group]) => ({
    name,
    bearer: group.map((pair) => pair.secret).filter((secret) => !secret.startsWith('whsec_')),
    webhook: group.map((pair) => pair.secret).filter((secret) => secret.startsWith('whsec_')),
  }))
}
