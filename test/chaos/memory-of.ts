import { execFileSync } from 'node:child_process'
import { setTimeout as sleep } from 'node:timers/promises'
import type { ChildProcess } from 'node:child_process'

/**
 * Resident memory of a process in MB that collects its garbage at SIGUSR2 (hooks/collect-garbage.ts): the least of
 * several looks, each after a collection, so that what is measured is what it keeps and not what it has not thrown away.
 */
export async function memoryOf(bot: ChildProcess): Promise<number> {
  const looks: number[] = []
  for (let look = 0; look < 5; look++) {
    bot.kill('SIGUSR2')
    await sleep(600)
    looks.push(Number(execFileSync('ps', ['-o', 'rss=', '-p', String(bot.pid)], { encoding: 'utf8' })) / 1024)
  }
  return Math.min(...looks)
}
