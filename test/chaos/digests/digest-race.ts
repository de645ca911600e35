import { setTimeout as sleep } from 'node:timers/promises'
import { previousWeek, weekBounds, weekOf } from '../../../src/domain/calendar/week.ts'
import { startSandbox } from '../../../src/sandbox/sandbox.ts'
import { markedBots, type MarkedBots } from '../marked-bots.ts'
import { chance } from '../../support/chance.ts'
import { openMovedClock } from '../clock/moved-clock.ts'
import { overHttp } from '../over-http.ts'
import { startHerd } from './herd.ts'
import { fillWeeks, prepare } from './prepare.ts'
import { settled, settleSeconds } from './settled.ts'
import { readDigests, type Digests } from './shown.ts'
import { connect } from '../../../src/db/connection/connect.ts'

export interface DigestRace {
  database: Record<string, string>
  processes: number
  periods: number
  /** Whether a process is killed in each period, just when all of them look. */
  withKills: boolean
  seed: number
  hooks?: string[]
  report: (line: string) => void
}

export interface DigestRaced extends Digests {
  /** What had to come. */
  weeks: string[]
  kills: number
}

const zone = 'Europe/Berlin'
const hourMs = 3_600_000
const dayMs = 24 * hourMs
const weekMs = 7 * dayMs
/** Monday, 4 January 2027, 09:00 in Berlin: the first digest is due. */
const firstPoint = new Date('2027-01-04T08:00:00Z')
const longestStrikeMs = 150
export const seller = 'U0ANNA'
export const manager = 'U0DAVID'

/** Period after period, all processes are shown at one moment that the next digest is due. */
export async function digestRace(options: DigestRace): Promise<DigestRaced> {
  const { database, processes, periods, hooks = [] } = options
  const anybody = 'anybody' as const
  const roles = {
    sales: anybody,
    marketing: anybody,
    operations: anybody,
    managers: { groups: [], users: [manager] },
  }
  await prepare(database, { changes: { zone, roles }, at: new Date(firstPoint.getTime() - 60 * dayMs) })
  await fillWeeks(database, {
    weeks: periods,
    firstWednesday: new Date(firstPoint.getTime() - 5 * dayMs),
    by: seller,
  })
  // Before the first point the digest of the week before, which was empty, is due: a look that writes a row and no notice.
  await using clock = await openMovedClock(new Date(firstPoint.getTime() - dayMs))
  const slack = await startSandbox({ postsPerSecond: 1000, now: clock.now })
  const settle = { DELIVERY_SETTLE_SECONDS: String(settleSeconds) }
  const settings = { ...database, ...overHttp(slack), ...clock.environment, ...settle }
  const bots = markedBots(slack, settings, [clock.hook, ...hooks])
  try {
    await using herd = await startHerd(bots, processes)
    const weeks = await play(options, { clock, herd, bots })
    return { ...(await readDigests(slack, database)), weeks, kills: herd.kills() }
  } finally {
    await slack.stop()
  }
}

interface Stage {
  clock: Awaited<ReturnType<typeof openMovedClock>>
  herd: Awaited<ReturnType<typeof startHerd>>
  bots: MarkedBots
}

async function play(
  { database, processes, periods, withKills, seed, report }: DigestRace,
  { clock, herd, bots: { isOfDead } }: Stage,
): Promise<string[]> {
  const random = chance(seed)
  const client = await connect(database['DATABASE_URL'] ?? '')
  const weeks: string[] = []
  try {
    for (let period = 0; period < periods; period++) {
      await herd.running(processes - 1)
      const point = pointOf(period)
      const week = previousWeek(weekOf(point, zone))
      weeks.push(week)
      // By way of an hour before: what a process asks at this moment, by the time it has just looked up, is not a week behind.
      clock.set(new Date(point.getTime() - hourMs))
      await sleep(200)
      clock.set(new Date(point.getTime() + Math.floor(random() * 5000)))
      if (withKills) {
        await sleep(random() * longestStrikeMs)
        await herd.strike(random())
      }
      const isSettled = await settled(client, { week, clock, isOfDead, seconds: 60 })
      if (!isSettled) report(`${week} was not settled within 60 s`)
      if (period % 10 === 9) report(`${period + 1} of ${periods} periods, ${herd.kills()} kills`)
    }
    return weeks
  } finally {
    await client.end()
  }
}

/** Monday at nine, local time, of a later week. */
function pointOf(period: number): Date {
  const week = weekOf(new Date(firstPoint.getTime() + period * weekMs), zone)
  return new Date(weekBounds(week, zone).from.getTime() + 9 * hourMs)
}
