import { spawn, type ChildProcess } from 'node:child_process'
import { z } from 'zod'
import type { Sandbox } from '../../src/sandbox/sandbox.ts'
import { endsWithUs, gone, guarded, hasEnded } from './child.ts'
import { compileBot, compiledCode } from './compiled.ts'
import { bearer } from './send-leads.ts'
import { slackSettings } from './slack-settings.ts'

/** A bot in a process of its own, as in production. */
export interface Bot {
  process: ChildProcess
  /** Where it takes leads. */
  intakeUrl: string
  /** Where it takes signed requests of Slack; none over a socket. */
  requestUrl: string | null
  /** Everything it has logged so far. */
  log(): string
}

const runningSchema = z.object({
  msg: z.literal('Baton is running'),
  intake: z.string(),
  slack: z.string().optional(),
})

/**
 * Starts `src/main.ts` in a sandbox and waits until it runs. `hooks` are modules that are loaded before it, for what can
 * only be broken from inside.
 * @throws Error with what it wrote when it does not start within two minutes
 */
export async function startBot(
  slack: Sandbox,
  environment: Record<string, string>,
  hooks: string[] = [],
): Promise<Bot> {
  await compileBot()
  const bot = spawnBot(slack, environment, hooks)
  let log = ''
  bot.on('error', ({ message }) => (log += message))
  for (const stream of [bot.stdout, bot.stderr])
    stream?.on('data', (chunk: Buffer) => (log += chunk.toString()))
  const line = await firstLine(slack, { bot, log: () => log }).catch(async (cause: unknown) => {
    await killed(bot)
    throw new Error(`the bot did not start: ${log}`, { cause })
  })
  const running = runningSchema.parse(JSON.parse(line))
  if (running.slack) slack.deliverTo(running.slack)
  return { process: bot, intakeUrl: running.intake, requestUrl: running.slack ?? null, log: () => log }
}

function firstLine(slack: Sandbox, { bot, log }: { bot: ChildProcess; log: () => string }): Promise<string> {
  const running = () => {
    const line = log()
      .split('\n')
      .find((text) => text.includes('Baton is running'))
    if (line === undefined && hasEnded(bot)) throw new Error('it ended')
    return line
  }
  return slack.waitFor(running, 'the bot to start')
}

/** Only begins it: for bots that are killed while they start, or refuse to. */
export function spawnBot(
  slack: Sandbox,
  environment: Record<string, string>,
  hooks: string[] = [],
): ChildProcess {
  const imports = hooks.flatMap((hook) => ['--import', hook])
  const bot = guarded(
    spawn(process.execPath, [...imports, 'src/main.ts'], {
      env: {
        PATH: process.env['PATH'],
        ...compiledCode,
        ...slackSettings(slack),
        SLACK_POSTS_PER_SECOND: '100',
        DELIVERY_SETTLE_SECONDS: '2',
        INTAKE_PORT: '0',
        INTAKE_SOURCES: `website=${bearer}`,
        LOG_LEVEL: 'info',
        ...environment,
      },
      stdio: ['ignore', 'pipe', 'pipe'],
    }),
  )
  endsWithUs(bot)
  return bot
}

/** Ends it with -9, unless it has ended already; done when it is gone. */
export async function killed(bot: ChildProcess): Promise<void> {
  if (!hasEnded(bot)) bot.kill('SIGKILL')
  await gone(bot)
}
