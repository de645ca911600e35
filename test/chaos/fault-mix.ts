import type { Choice, Fault, FaultKind } from '../../src/sandbox/faults.ts'
import type { LogRecord } from '../../src/sandbox/workspace/log.ts'

/** Without these the bot could not even start; a fault there would only tell of its supervisor's patience. */
const startUp = ['auth.test', 'bots.info', 'apps.connections.open']
/** The last one is no method of Slack's, only logged like one. */
const spared = new Set([...startUp, 'response_url'])

interface Mix {
  /** Of all calls that are not spared. */
  share: number
  kinds: readonly FaultKind[]
  /** Those that strike before all others. */
  first?: readonly FaultKind[]
  /** Seconds of `Retry-After`; whole ones, as Slack's. */
  retryAfter: number
  /** How late a slow call has its effect, at most; less than the settle time. */
  slowest: number
}

/** Faults that look like chance and follow from it; every kind strikes before one does again, and the share is kept. */
export function faultMix(
  random: () => number,
  { share, kinds, first = [], retryAfter, slowest }: Mix,
): Choice {
  const left = [...first]
  let [calls, faults] = [0, 0]
  return (method): Fault | null => {
    if (spared.has(method)) return null
    calls += 1
    const owed = share * calls - faults
    if (random() >= share + owed / 4) return null
    faults += 1
    if (left.length === 0) left.push(...kinds)
    const [kind = 'slow'] = left.splice(Math.floor(random() * left.length), 1)
    return { kind, seconds: kind === 'slow' ? slowest * (0.2 + 0.8 * random()) : retryAfter }
  }
}

/** Which fault struck a call, if any did. */
export function faultOf(record: LogRecord): string | null {
  if (record.kind !== 'call' || typeof record.answer !== 'string') return null
  return record.answer.replace('fault: ', '')
}

/**
 * How many of the logged calls were faulty, in per cent; those that are spared are left out.
 * @throws Error when a log no longer holds all of them
 */
export function faultyShare(logs: LogRecord[][]): number {
  if (logs.some(([first]) => first?.id !== 1)) throw new Error('a log was cut: fewer leads, please')
  const calls = logs.flat().filter((record) => record.kind === 'call' && !spared.has(record.method))
  return (100 * calls.filter((call) => faultOf(call) !== null).length) / calls.length
}
