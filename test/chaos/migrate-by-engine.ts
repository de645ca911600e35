import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { guarded } from '../support/child.ts'
import { dieWhileMigrating, prepared } from './migrating-bot.ts'
import type { RigOptions } from './rig.ts'

const oldWay = join(import.meta.dirname, 'hooks/migrate-by-engine.ts')

/**
 * The control: a database of the first schema is migrated as Baton did before, one statement after the other by Prisma's
 * engine, and killed within the last migration. How many of the next attempts were refused.
 */
export async function refusesAfterwards(options: RigOptions): Promise<number> {
  const settings = await prepared(options, { engine: 'PostgreSQL', from: 1 })
  const first = await run(['--import', dieWhileMigrating, oldWay], { ...settings, DIE_AFTER_STATEMENTS: '3' })
  if (first.signal !== 'SIGKILL') throw new Error(`the control was not killed: ${first.said}`)
  const second = await run([oldWay], settings)
  options.report(`control: ${second.said.trim().split('\n').slice(0, 3).join(' ')}`)
  return second.code === 0 ? 0 : 1
}

async function run(args: string[], settings: Record<string, string>) {
  const child = guarded(
    spawn(process.execPath, args, {
      env: { PATH: process.env['PATH'], ...settings },
      stdio: ['ignore', 'ignore', 'pipe'],
    }),
  )
  let said = ''
  child.stderr.on('data', (chunk: Buffer) => (said += chunk.toString()))
  await once(child, 'close')
  return { said, code: child.exitCode, signal: child.signalCode }
}
