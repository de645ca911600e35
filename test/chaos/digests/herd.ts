import { setTimeout as sleep } from 'node:timers/promises'
import type { MarkedBot, MarkedBots } from '../marked-bots.ts'

/** Processes that are killed and come again. */
export interface Herd extends AsyncDisposable {
  /** Kills one of those that run, and starts another in its place without waiting for it. */
  strike(chance: number): Promise<void>
  /** Waits until so many run. */
  running(count: number): Promise<void>
  kills(): number
}

export async function startHerd({ start, kill }: MarkedBots, size: number): Promise<Herd> {
  const bots: MarkedBot[] = []
  const starting = new Set<Promise<void>>()
  let kills = 0
  const begin = (): void => {
    const work = start().then((bot) => void bots.push(bot))
    starting.add(work)
    // A bot that does not start fails the rig where the herd is waited for.
    work.then(
      () => starting.delete(work),
      () => undefined,
    )
  }
  const running = async (count: number) => {
    while (bots.length < count) await Promise.race([...starting, sleep(5000)])
  }
  for (let number = 0; number < size; number++) begin()
  await running(size)
  return {
    running,
    kills: () => kills,
    strike: async (chance) => {
      const [victim] = bots.splice(Math.floor(chance * bots.length), 1)
      if (!victim) return
      kills++
      await kill(victim)
      begin()
    },
    [Symbol.asyncDispose]: async () => {
      await Promise.allSettled(starting)
      await Promise.all(bots.map(kill))
    },
  }
}
