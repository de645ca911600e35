import type { Choice, Fault, FaultKind } from '../../src/sandbox/faults.ts'
import type { LogRecord } from '../../src/sandbox/log.ts'

/** Without these the bot could not even start; a fault there would only tell of its supervisor's patience. */
const startUp = new Set(['auth.test', 'apps.connections.open'])

interface Mix {
  /** Of all calls but those of the start-up. */
  share: number
  kinds: readonly FaultKind[]
  /** Seconds of `Retry-After`; whole ones, as Slack's. */
  retryAfter: number
  /** How late a slow call has its effect, at most; less than the settle time. */
  slowest: number
}

/** Faults that look like chance and follow from it. Dealt from a pack, so that each kind strikes and the share is kept. */
export function faultMix(random: () => number, { share, kinds, retryAfter, slowest }: Mix): Choice {
  const pack: (FaultKind | null)[] = [
    ...kinds,
    ...Array.from({ length: Math.round(kinds.length / share) - kinds.length }, () => null),
  ]
  const dealt: typeof pack = []
  return (method): Fault | null => {
    if (startUp.has(method)) return null
    if (dealt.length === 0) dealt.push(...pack)
    const [kind = null] = dealt.splice(Math.floor(random() * dealt.length), 1)
    if (kind === null) return null
    return { kind, seconds: kind === 'slow' ? slowest * (0.2 + 0.8 * random()) : retryAfter }
  }
}

/** Which fault struck a call, if any did. */
export function faultOf(record: LogRecord): string | null {
  if (record.kind !== 'call' || typeof record.answer !== 'string') return null
  return record.answer.replace('fault: ', '')
}

/**
 * How many of the logged calls were faulty, in per cent.
 * @throws Error when a log no longer holds all of them
 */
export function faultyShare(logs: LogRecord[][]): number {
  if (logs.some(([first]) => first?.id !== 1)) throw new Error('a log was cut: fewer leads, please')
  const calls = logs.flat().filter(({ kind }) => kind === 'call')
  return (100 * calls.filter((call) => faultOf(call) !== null).length) / calls.length
}
