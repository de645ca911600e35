import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  previousWeek,
  weekBounds,
  weekOf,
  weekSchema,
  weekToReport,
} from '../../../src/domain/calendar/week.ts'

const zones = fc.constantFrom('Europe/Berlin', 'America/New_York', 'Asia/Kolkata', 'Pacific/Apia', 'UTC')
const instants = fc.date({ min: new Date('2015-01-01'), max: new Date('2040-01-01'), noInvalidDate: true })

describe('the ISO week of an instant', () => {
  it.each([
    ['2026-11-18T09:03:00+01:00', 'Europe/Berlin', '2026-W47'],
    ['2026-11-22T23:30:00Z', 'Europe/Berlin', '2026-W48'],
    ['2026-11-22T23:30:00Z', 'UTC', '2026-W47'],
    ['2027-01-01T12:00:00Z', 'UTC', '2026-W53'],
    ['2024-12-30T12:00:00Z', 'UTC', '2025-W01'],
    ['2021-01-03T12:00:00Z', 'UTC', '2020-W53'],
  ])('%s in %s is %s', (instant, zone, week) => {
    expect(weekOf(new Date(instant), zone)).toBe(week)
  })
})

describe('the bounds of a week', () => {
  it('are Mondays at midnight, local time, also when the clock changes between them', () => {
    expect(weekBounds('2026-W43', 'Europe/Berlin')).toEqual({
      from: new Date('2026-10-19T00:00:00+02:00'),
      to: new Date('2026-10-26T00:00:00+01:00'),
    })
  })

  it('hold exactly the instants of that week, and follow each other without a gap', () => {
    const property = fc.property(instants, zones, (instant, zone) => {
      const week = weekOf(instant, zone)
      const { from, to } = weekBounds(week, zone)
      expect(weekSchema.safeParse(week).success).toBe(true)
      expect(instant >= from && instant < to).toBe(true)
      expect(weekBounds(weekOf(to, zone), zone).from).toEqual(to)
      expect(weekBounds(previousWeek(week), zone).to).toEqual(from)
    })
    fc.assert(property, { seed: 4, numRuns: 200 })
  })

  it.each(['2026-W00', '2026-W54', '2026-47', 'W47'])('are not known for %s', (week) => {
    expect(weekSchema.safeParse(week).success).toBe(false)
  })
})

describe('the week to report', () => {
  const monday = { weekday: 'monday', time: '09:00' } as const
  const friday = { weekday: 'friday', time: '16:00' } as const

  it.each([
    ['before the point', '2026-11-23T08:59:59+01:00', monday, '2026-W46'],
    ['at the point', '2026-11-23T09:00:00+01:00', monday, '2026-W47'],
    ['days later, when nobody was running at the point', '2026-11-26T22:00:00+01:00', monday, '2026-W47'],
    ['on a Friday before the point', '2026-11-20T15:59:00+01:00', friday, '2026-W45'],
    ['on a Friday at the point', '2026-11-20T16:00:00+01:00', friday, '2026-W46'],
    ['after the turn of a long year', '2027-01-04T09:00:00+01:00', monday, '2026-W53'],
    ['after a change of the clock', '2026-10-26T09:00:00+01:00', monday, '2026-W43'],
  ])('%s', (...[, now, schedule, week]) => {
    expect(weekToReport(new Date(now), 'Europe/Berlin', schedule)).toBe(week)
  })

  it.each([
    // Sunday 02:00 comes twice in Berlin on 25 October 2026: the first time counts.
    ['at a time that comes twice', 'Europe/Berlin', 'sunday', '02:30', '2026-10-25T00:30:00Z', '2026-W42'],
    ['by half an hour', 'Australia/Lord_Howe', 'sunday', '01:45', '2026-04-04T14:45:00Z', '2026-W13'],
    // 02:00 to 03:00 is skipped on 29 March 2026: read with the offset before it.
    ['at a time that is skipped', 'Europe/Berlin', 'sunday', '02:30', '2026-03-29T01:30:00Z', '2026-W12'],
    ['at a midnight that is skipped', 'Asia/Beirut', 'sunday', '00:00', '2026-03-28T22:00:00Z', '2026-W12'],
    // Samoa had no 30 December 2011.
    ['on a day that is skipped', 'Pacific/Apia', 'friday', '09:00', '2011-12-30T19:00:00Z', '2011-W51'],
  ] as const)('begins %s', (...[, zone, weekday, time, point, week]) => {
    const schedule = { weekday, time }
    expect(weekToReport(new Date(point), zone, schedule)).toBe(week)
    expect(weekToReport(new Date(Date.parse(point) - 1), zone, schedule)).toBe(previousWeek(week))
  })

  it('does not depend on the zone of the machine', () => {
    const own = process.env['TZ']
    try {
      for (const machine of ['America/Sao_Paulo', 'Pacific/Apia', 'Europe/Berlin', 'UTC']) {
        process.env['TZ'] = machine
        const point = new Date('2026-10-25T00:30:00Z')
        expect(weekToReport(point, 'Europe/Berlin', { weekday: 'sunday', time: '02:30' })).toBe('2026-W42')
      }
    } finally {
      if (own === undefined) delete process.env['TZ']
      else process.env['TZ'] = own
    }
  })

  it('is always over', () => {
    const property = fc.property(instants, zones, (now, zone) => {
      expect(weekBounds(weekToReport(now, zone, friday), zone).to <= now).toBe(true)
    })
    fc.assert(property, { seed: 5, numRuns: 200 })
  })
})

it.each([
  ['2026-W53', true],
  ['2025-W53', false],
  ['2020-W53', true],
  ['2027-W53', false],
  ['2026-W01', true],
  ['2026-W00', false],
])('knows whether there is a week %s', (week, isThere) => {
  expect(weekSchema.safeParse(week).success).toBe(isThere)
})
