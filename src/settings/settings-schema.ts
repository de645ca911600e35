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
export type Settings = z.infer<typeof settingsSchema>

/** What stands behind the name of a source. */
export const secretOf = (entry: string): string => entry.slice(entry.indexOf('=') + 1)

function port(usual: number) {
  return number(
    'must be a port number, from 0 to 65535',
    (n) => Number.isInteger(n) && n >= 0 && n <= 65_535,
  ).default(usual)
}

function number(says: string, isRight: (value: number) => boolean) {
  return z.coerce.number(says).refine(isRight, says)
}
