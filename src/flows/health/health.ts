import { referenceOf } from '../../domain/notice/trouble.ts'
import { oldestMs, waiting, type Readings } from './readings.ts'

/** Whether the parts work, each in a sentence that says what to do where one does not. */
export interface Health {
  /** Whether leads can be taken in, which needs the database alone: what Slack can't show yet waits. */
  ready: boolean
  /** The checks that somebody should look at. */
  degraded: string[]
  checks: Record<string, string>
}

/** A queue of n notices takes its time; what is older than that and this has been forgotten by somebody. */
const mostWaitMs = 15 * 60_000
const mostLatenessMs = 30_000
const mostBetweenTicksMs = 150_000
const mostOverdueMs = 5 * 60_000

type Check = [name: string, isFine: boolean, says: string]

export function healthOf(readings: Readings): Health {
  const all = [database(readings), intake(readings), slack(readings), clock(readings), ...shared(readings)]
  return {
    ready: readings.database.answers,
    degraded: all.filter(([, isFine]) => !isFine).map(([name]) => name),
    checks: Object.fromEntries(all.map(([name, , says]) => [name, says])),
  }
}

function database({ database: { kind, answers } }: Readings): Check {
  const remedy = kind === 'PGlite' ? 'restart Baton, and check DATA_DIR and the disk' : 'check DATABASE_URL'
  return ['database', answers, answers ? `${kind} answers` : `${kind} does not answer: ${remedy}`]
}

function intake({ unstored, now }: Readings): Check {
  if (!unstored) return ['intake', true, 'what came in was stored']
  const ago = seconds(now.getTime() - unstored.at.getTime())
  return [
    'intake',
    false,
    `a request could not be stored ${ago} ago, and none was since: the log says why (${unstored.reference}). Check the disk of the database`,
  ]
}

function slack({ slack: { connected } }: Readings): Check {
  const away =
    'not connected; Baton keeps trying, and leads wait. If it stays: check the network and SLACK_APP_TOKEN'
  return ['slack', connected, connected ? 'connected' : away]
}

function clock({ clock: { latenessMs, sinceTickMs } }: Readings): Check {
  const isFine = (latenessMs ?? 0) <= mostLatenessMs && sinceTickMs <= mostBetweenTicksMs
  const says = `last tick ${seconds(sinceTickMs)} ago, ${seconds(latenessMs ?? 0)} late`
  return ['clock', isFine, isFine ? says : `${says}: the process is held up; check the machine's load`]
}

function shared(readings: Readings): Check[] {
  if (!readings.shared) return []
  const { troubles, digestOverdueMs } = readings.shared
  const refused = troubles.reduce((sum, { count }) => sum + count, 0)
  const references = [...new Set(troubles.map(referenceOf))].slice(0, 5).join(', ')
  const isOnTime = digestOverdueMs <= mostOverdueMs
  return [
    [
      'notices',
      refused === 0,
      refused === 0
        ? 'none refused'
        : `${refused} refused by Slack for good (${references}): see npm run baton -- outbox`,
    ],
    delivery(readings, readings.shared.queue),
    [
      'digest',
      isOnTime,
      isOnTime ? 'none overdue' : `overdue for ${seconds(digestOverdueMs)}: the log says why (job digest)`,
    ],
  ]
}

function delivery(readings: Readings, queue: Parameters<typeof waiting>[0]): Check {
  const [count, oldest] = [waiting(queue), oldestMs(readings)]
  const isFine = oldest <= mostWaitMs + (count / readings.postsPerSecond) * 1000
  const says = count === 0 ? 'nothing waits' : `${count} wait, the oldest for ${seconds(oldest)}`
  return ['delivery', isFine, isFine ? says : `${says}: see npm run baton -- outbox`]
}

const seconds = (ms: number): string => `${Math.round(ms / 1000)} s`
