import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { text } from 'node:stream/consumers'
import { fileURLToPath } from 'node:url'
import { guarded } from '../support/child.ts'
import { runSchema, type Result } from './result.ts'

const main = fileURLToPath(new URL('./main.ts', import.meta.url))

/**
 * One rig in a process of its own: whatever it leaves running when it breaks off ends with it, and disturbs no other.
 * @throws Error when it ended without a result
 */
export async function runApart(name: string, options: string[]): Promise<Result> {
  const rig = guarded(
    spawn(process.execPath, [main, name, ...options, '--json'], {
      stdio: ['ignore', 'pipe', 'inherit'],
    }),
  )
  const [said] = await Promise.all([text(rig.stdout), once(rig, 'exit')])
  const line = said.trim().split('\n').at(-1) ?? ''
  if (!line.startsWith('{')) throw new Error(`it ended with ${rig.exitCode ?? rig.signalCode}`)
  const [result] = runSchema.parse(JSON.parse(line)).results
  if (!result) throw new Error('it ran no rig')
  return result
}
