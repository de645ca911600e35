import { weekToReport } from '../../../src/domain/calendar/week.ts'
import { chance } from '../../support/chance.ts'
import { duePoints } from './due-points.ts'
import { hardSchedule } from './hard-schedule.ts'
import { judgeRule } from './judge-rule.ts'
import { looksAround } from './looks.ts'
import { zoneHistory } from './zone-history.ts'

export interface ZoneWork {
  zones: string[]
  from: number
  until: number
  seed: number
}

export interface ZoneResult {
  zones: number
  due: number
  looks: number
  wrong: string[]
  late: string[]
  /** What a rule that goes by one offset all year would have done wrong. */
  withoutChanges: number
}

const weekMs = 7 * 86_400_000
/** The zone of the machine must play no part. */
const machines = ['UTC', 'Europe/Berlin', 'America/Sao_Paulo', 'Australia/Lord_Howe', 'Pacific/Apia']

/** Drives the rule through all these years of each of these zones, at a weekly time that is drawn for each. */
export function workZones({ zones, from, until, seed }: ZoneWork): ZoneResult {
  const result: ZoneResult = { zones: 0, due: 0, looks: 0, wrong: [], late: [], withoutChanges: 0 }
  for (const [index, zone] of zones.entries()) {
    const random = chance(seed + index)
    process.env['TZ'] = machines[Math.floor(random() * machines.length)]
    const history = zoneHistory(zone, from - weekMs, until + 3 * weekMs)
    const schedule = hardSchedule(history, random)
    const points = duePoints(history, schedule, { from, until: until + 2 * weekMs })
    const looks = looksAround(
      points.filter(({ at }) => at < until),
      random,
    )
    const judged = judgeRule((now) => weekToReport(now, zone, schedule), points, looks)
    const where = (line: string) =>
      `${zone}, ${schedule.weekday} ${schedule.time}, TZ=${process.env['TZ']}: ${line}`
    result.zones++
    result.due += judged.due
    result.looks += looks.length
    result.wrong.push(...judged.wrong.map(where))
    result.late.push(...judged.late.map(where))
    // Every tenth zone is enough to see that such a rule is caught.
    if (index % 10 === 0)
      result.withoutChanges += fixedOffset(history[0]?.offset ?? 0, { schedule, points, looks })
  }
  return result
}

type Around = {
  schedule: Parameters<typeof weekToReport>[2]
  points: ReturnType<typeof duePoints>
  looks: number[]
}

function fixedOffset(offset: number, { schedule, points, looks }: Around): number {
  const rule = (now: Date) => weekToReport(new Date(now.getTime() + offset), 'UTC', schedule)
  const { wrong, late } = judgeRule(rule, points, looks)
  return wrong.length + late.length
}
