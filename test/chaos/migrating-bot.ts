import { once } from 'node:events'
import { join } from 'node:path'
import type { Sandbox } from '../../src/sandbox/sandbox.ts'
import { killed, spawnBot } from '../support/bot-process.ts'
import { hasEnded } from '../support/child.ts'
import { allSchemas } from '../upgrade/fixtures.ts'
import { restoreDump, restoreFolder } from '../upgrade/restore-fixture.ts'
import type { Engine, RigOptions } from './rig.ts'

export const dieWhileMigrating = join(import.meta.dirname, 'hooks/die-while-migrating.ts')

/** A database as a version left it that knew so many migrations: with its data, or new. */
export async function prepared(
  { database }: Pick<RigOptions, 'database'>,
  { engine, from }: { engine: Engine; from: number },
): Promise<Record<string, string>> {
  const settings = await database(engine)
  const schema = (await allSchemas())[from - 1]
  const { DATABASE_URL: url, DATA_DIR: folder } = settings
  if (schema !== undefined && url !== undefined) await restoreDump(schema, url)
  if (schema !== undefined && folder !== undefined) await restoreFolder(schema, folder)
  return settings
}

/** Starts a bot that ends itself with -9 after so many statements of its migrations; whether that is how it ended. */
export async function died(
  slack: Sandbox,
  settings: Record<string, string>,
  after: number,
): Promise<boolean> {
  const bot = spawnBot(slack, { ...settings, DIE_AFTER_STATEMENTS: String(after) }, [dieWhileMigrating])
  for (const stream of [bot.stdout, bot.stderr]) stream?.resume()
  await once(bot, 'exit')
  return bot.signalCode === 'SIGKILL'
}

/**
 * Starts one with nothing unusual about it, and ends it once it runs. What it wrote when it refused to start; `null`
 * when it did start, however long that took.
 */
export async function refusalOf(slack: Sandbox, settings: Record<string, string>): Promise<string | null> {
  const bot = spawnBot(slack, settings)
  let log = ''
  for (const stream of [bot.stdout, bot.stderr])
    stream?.on('data', (chunk: Buffer) => (log += chunk.toString()))
  try {
    const isDecided = () => log.includes('Baton is running') || hasEnded(bot)
    await slack.waitFor(() => isDecided() || undefined, `the bot to start or to refuse: ${log}`)
    return hasEnded(bot) ? log : null
  } finally {
    await killed(bot)
  }
}
