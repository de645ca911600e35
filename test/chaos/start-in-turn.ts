import { availableParallelism } from 'node:os'
import { startBot, type Bot } from '../support/bot-process.ts'

let free = availableParallelism()
const queue: (() => void)[] = []

/** Starts as many bots at once as the machine has cores: more would only make each of them slower. */
export async function startInTurn(...options: Parameters<typeof startBot>): Promise<Bot> {
  if (free === 0) await new Promise<void>((go) => queue.push(go))
  else free--
  try {
    return await startBot(...options)
  } finally {
    const next = queue.shift()
    if (next) next()
    else free++
  }
}
