import { setTimeout as sleep } from 'node:timers/promises'
import type { Client } from 'pg'
import { weekBounds } from '../../../src/domain/calendar/week.ts'
import { startSandbox } from '../../../src/sandbox/sandbox.ts'
import { hasEnded } from '../../support/child.ts'
import { openMovedClock, type MovedClock } from '../clock/moved-clock.ts'
import { fillWeeks, prepare } from '../digests/prepare.ts'
import { settled, settleSeconds } from '../digests/settled.ts'
import { readDigests, type Digests } from '../digests/shown.ts'
import { overHttp } from '../over-http.ts'
import { markedBots, type MarkedBot, type MarkedBots } from '../marked-bots.ts'
import { duePoints, type DuePoint } from './due-points.ts'
import type { Town } from './towns.ts'
import { zoneHistory } from './zone-history.ts'
import { connect } from '../../../src/db/connection/connect.ts'

export interface TownWeeks extends Digests {
  points: DuePoint[]
  /** From when on, by the bots' clock, somebody was there to post the digest of a week. */
  possibleFrom: Map<string, number>
}

const hourMs = 3_600_000
const dayMs = 24 * hourMs
const weeks = 5

/** Five weeks of a town with two instances, and all that befalls clocks and processes. */
export async function liveThrough(
  town: Town,
  {
    database,
    random,
    hooks = [],
  }: { database: Record<string, string>; random: () => number; hooks?: string[] },
): Promise<TownWeeks> {
  const points = pointsOf(town)
  const [first] = points
  if (!first) throw new Error(`${town.zone} has no points`)
  const { zone, weekday, time } = town
  const digest = { weekday, time, emptyWeek: 'silent' } as const
  await prepare(database, { changes: { zone, digest }, at: new Date(first.at - 60 * dayMs) })
  const wednesday = new Date(weekBounds(first.week, zone).from.getTime() + 2.4 * dayMs)
  await fillWeeks(database, { weeks, firstWednesday: wednesday, by: 'U0ANNA' })
  // They start with a clock that is two months ahead, as after a flat battery.
  await using clock = await openMovedClock(new Date(first.at + 60 * dayMs))
  const slack = await startSandbox({ postsPerSecond: 1000, now: clock.now })
  const own = { TZ: zone, DELIVERY_SETTLE_SECONDS: String(settleSeconds) }
  const settings = { ...database, ...overHttp(slack), ...clock.environment, ...own }
  const pair = openPair(markedBots(slack, settings, [clock.hook, ...hooks]))
  const client = await connect(database['DATABASE_URL'] ?? '')
  try {
    const possibleFrom = await befall({ points, pair, clock, client, random })
    return { ...(await readDigests(slack, database)), points, possibleFrom }
  } finally {
    await client.end()
    await pair.kill()
    await slack.stop()
  }
}

/** The point after that day and those around it: of the one before, everything is made up for. */
function pointsOf({ zone, before, ...schedule }: Town): DuePoint[] {
  const from = Date.parse(before) - 7 * dayMs
  const until = from + weeks * 7 * dayMs
  return duePoints(zoneHistory(zone, from - 30 * dayMs, until + 30 * dayMs), schedule, { from, until })
}

interface Pair {
  /** Whoever does not run is started. */
  start(): Promise<void>
  kill(which?: number): Promise<void>
  isOfDead(id: string): boolean
}

function openPair({ start, kill, isOfDead }: MarkedBots): Pair {
  const bots: (MarkedBot | null)[] = [null, null]
  return {
    start: async () => {
      await Promise.all(
        bots.map(async (bot, index) => {
          if (bot === null || hasEnded(bot.process)) bots[index] = await start()
        }),
      )
    },
    kill: async (which) => {
      const chosen = which === undefined ? bots : [bots[which]]
      await Promise.all(chosen.filter((bot) => bot != null).map(kill))
    },
    isOfDead,
  }
}

interface Life {
  points: DuePoint[]
  pair: Pair
  clock: MovedClock
  client: Client
  random: () => number
}

async function befall({ points, pair, clock, client, random }: Life): Promise<Map<string, number>> {
  const possibleFrom = new Map<string, number>()
  const set = (at: number) => clock.set(new Date(at))
  const comes = async (point: DuePoint) => {
    possibleFrom.set(point.week, Math.max(point.at, clock.now().getTime()))
    await settled(client, { week: point.week, clock, isOfDead: pair.isOfDead, seconds: 60 })
  }
  const either = () => Math.floor(random() * 2)
  const [earlier, first, second, third, fourth] = points
  if (!earlier || !first || !second || !third || !fourth) throw new Error('five weeks have five points')
  await pair.start()
  // The clock is put right, days after the first point: it is made up for.
  set(first.at - hourMs)
  await comes(earlier)
  // An ordinary week.
  set(first.at - 2000)
  await comes(first)
  // The clock goes back over the point, and one of the two is killed and comes again.
  set(first.at - 2 * hourMs)
  await sleep(700)
  await pair.kill(either())
  await pair.start()
  await sleep(700)
  set(first.at + hourMs)
  await sleep(700)
  // Nobody runs when the next is due.
  await pair.kill()
  set(second.at + 3 * hourMs)
  await pair.start()
  await comes(second)
  // One is killed just when both post. What either asks at this moment is not a week behind.
  set(third.at - hourMs)
  await sleep(700)
  set(third.at)
  await sleep(random() * 200)
  await pair.kill(either())
  await comes(third)
  await pair.start()
  // The clock is ahead for a while, and then put right.
  set(fourth.at - hourMs)
  await sleep(700)
  set(fourth.at + 5 * hourMs)
  await comes(fourth)
  set(fourth.at - 600_000)
  await sleep(700)
  set(fourth.at - 1000)
  await sleep(2000)
  await pair.kill(either())
  await pair.start()
  await sleep(700)
  return possibleFrom
}
