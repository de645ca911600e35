import type { CallRecord, LogRecord } from '../../src/sandbox/workspace/log.ts'
import { faultOf } from './fault-mix.ts'

type Call = CallRecord & { id: number }

/** Averages are taken over at least this many messages, as Slack tolerates short bursts. */
const atLeast = 6

/** The most messages a second that came in for one channel, on average; answered in whatever way. */
export function fastestAverage(log: LogRecord[]): number {
  const averages = byTarget(callsOf(log).filter(({ method }) => method === 'chat.postMessage')).flatMap(
    (calls) => spans(calls.map(({ at }) => at.getTime() / 1000)),
  )
  return Math.max(0, ...averages)
}

function spans(times: number[]): number[] {
  return times.flatMap((from, first) =>
    times.slice(first + atLeast - 1).map((to, more) => (atLeast - 1 + more) / (to - from)),
  )
}

/** Calls that came before the pause was over that a 429 for the same method and channel asked for. */
export function tooSoon(log: LogRecord[], pauses: Record<string, number>): string[] {
  return byTarget(callsOf(log)).flatMap((calls) =>
    calls.slice(1).flatMap((call, index) => {
      const before = calls[index]
      const pause = before && pauses[faultOf(before) ?? '']
      if (!before || pause === undefined) return []
      const waited = (call.at.getTime() - before.at.getTime()) / 1000
      return waited < pause ? [`${call.method} after ${waited} s instead of ${pause}`] : []
    }),
  )
}

/** Calls that concern one channel by one method, each group in its order. */
function byTarget(calls: Call[]): Call[][] {
  const target = ({ method, args }: Call) => `${method} ${String(args['channel'])}`
  return [...Map.groupBy(calls, target).values()].map((group) =>
    group.toSorted((a, b) => a.at.getTime() - b.at.getTime()),
  )
}

function callsOf(log: LogRecord[]): Call[] {
  return log.flatMap((record) =>
    record.kind === 'call' && typeof record.args['channel'] === 'string' ? [record] : [],
  )
}
