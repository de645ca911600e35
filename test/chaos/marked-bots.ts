import { availableParallelism } from 'node:os'
import type { Sandbox } from '../../src/sandbox/sandbox.ts'
import { killed, startBot, type Bot } from '../support/bot-process.ts'
import { hook } from './hooks/instead.ts'

/** Bots whose ids tell which of them made them, so that a rig knows a dead one's work from a living one's. */
export interface MarkedBots {
  start(): Promise<MarkedBot>
  kill(bot: MarkedBot): Promise<void>
  /** Whether the process that made this id was killed. */
  isOfDead(id: string): boolean
}

export interface MarkedBot extends Bot {
  mark: string
}

export function markedBots(slack: Sandbox, environment: Record<string, string>, hooks: string[]): MarkedBots {
  const dead = new Set<string>()
  let count = 0
  return {
    start: async () => {
      const mark = `p${++count}`
      const environmentOfIts = { ...environment, CHAOS_MARK: mark }
      const bot = await inTurn(() => startBot(slack, environmentOfIts, [hook('marked-ids.ts'), ...hooks]))
      return { ...bot, mark }
    },
    kill: async ({ process, mark }) => {
      await killed(process)
      dead.add(mark)
    },
    isOfDead: (id) => dead.has(id.split('-')[0] ?? ''),
  }
}

let free = availableParallelism()
const queue: (() => void)[] = []

/** As many starts at once as the machine has cores: more would only make each of them slower. */
async function inTurn<T>(work: () => Promise<T>): Promise<T> {
  if (free === 0) await new Promise<void>((go) => queue.push(go))
  else free--
  try {
    return await work()
  } finally {
    const next = queue.shift()
    if (next) next()
    else free++
  }
}
