import { z } from 'zod'
import { isSigningSecret } from './signing-secret.ts'
import { mistakenFor } from './token-kind.ts'

const source = z
  .string()
  .regex(/^[a-z0-9][a-z0-9-]{0,39}=\S{8,}$/, 'must be NAME=SECRET, the secret of 8 characters or more')
  .refine((entry) => isSigningSecret(secretOf(entry)), {
    error:
      'is no secret of Standard Webhooks: after whsec_ come letters, digits, + and / (base64); copy it whole from the sender',
  })

const logLevels = ['trace', 'debug', 'info', 'warn', 'error', 'fatal', 'silent'] as const
const botTokenRemedy = 'copy the Bot User OAuth Token (xoxb-…) from "Install App" of your Slack app'
const apiUrlRemedy = 'must be an address such as https://slack.com/api/, with /api/ at its end'
const appTokenRemedy = 'create an App-Level Token (xapp-…) with connections:write under "Basic Information"'
export const noAddressHere = (host: string): string =>
  `INTAKE_HOST ${host} is no address of this machine: use 127.0.0.1 for this machine alone, 0.0.0.0 for all its addresses.`

/** Every setting, with the remedy that is shown when it is wrong. Nothing else reads the environment. */
export const settingsSchema = z
  .object({
    SLACK_BOT_TOKEN: z
      .string({ error: `is missing: ${botTokenRemedy}` })
      .regex(/^xoxb-/, { error: ({ input }) => `${mistakenFor(input, 'xoxb-')} ${botTokenRemedy}` }),
    SLACK_APP_TOKEN: z
      .string()
      .regex(/^xapp-/, { error: ({ input }) => `${mistakenFor(input, 'xapp-')} ${appTokenRemedy}` })
      .optional(),
    SLACK_SIGNING_SECRET: z
      .string()
      .min(8, 'must be the Signing Secret under "Basic Information"')
      .optional(),
    SLACK_API_URL: z
      .url({ protocol: /^https?$/, error: apiUrlRemedy })
      .endsWith('/api/', apiUrlRemedy)
      .default('https://slack.com/api/'),
    SLACK_PORT: port(3000),
    SLACK_POSTS_PER_SECOND: number(
      'must be a number above 0, at most 10000',
      (n) => n > 0 && n <= 10_000,
    ).default(1),
    DELIVERY_SETTLE_SECONDS: number(
      'must be a number of seconds, from 0 to 600',
      (n) => n >= 0 && n <= 600,
    ).default(15),
    DATABASE_URL: z
      .url({
        protocol: /^postgres(ql)?$/,
        error:
          'must be postgresql://USER:PASSWORD@HOST:PORT/NAME, with / as %2F, @ as %40 and # as %23 in the password',
      })
      .optional(),
    DATA_DIR: z.string().default('./data'),
    INTAKE_HOST: z.string().default('127.0.0.1'),
    INTAKE_PORT: port(3001),
    INTAKE_SOURCES: z
      .string()
      .default('')
      .transform((list) =>
        list
          .split(',')
          .map((entry) => entry.trim())
          .filter(Boolean),
      )
      .pipe(z.array(source)),
    METRICS_TOKEN: z.string().min(16, 'is a secret of 16 characters or more').optional(),
    LOG_LEVEL: z.enum(logLevels, { error: `must be one of ${logLevels.join(', ')}` }).default('info'),
  })
  .refine((settings) => settings.SLACK_APP_TOKEN ?? settings.SLACK_SIGNING_SECRET, {
    path: ['SLACK_APP_TOKEN'],
    message:
      'is missing: create an App-Level Token with connections:write under "Basic Information", or set SLACK_SIGNING_SECRET for HTTP',
    when: () => true,
  })
  .refine(
    ({ SLACK_SIGNING_SECRET: http, SLACK_PORT, INTAKE_PORT }) =>
      http === undefined || SLACK_PORT === 0 || SLACK_PORT !== INTAKE_PORT,
    { path: ['SLACK_PORT'], message: 'is the port of INTAKE_PORT, too: choose another for one of them' },
  )
type Settings = z.infer<typeof settingsSchema>

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

const secretOf = (entry: string): string => entry.slice(entry.indexOf('=') + 1)

function port(usual: number) {
  return number(
    'must be a port number, from 0 to 65535',
    (n) => Number.isInteger(n) && n >= 0 && n <= 65_535,
  ).default(usual)
}

function number(says: string, isRight: (value: number) => boolean) {
  return z.coerce.number(says).refine(isRight, says)
}
