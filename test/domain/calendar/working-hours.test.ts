import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  addWorkingMinutes,
  workingHoursSchema,
  workingMinutesBetween,
  type WorkingTime,
} from '../../../src/domain/calendar/working-hours.ts'

const workday = [{ from: '09:00', to: '18:00' }]
const berlin: WorkingTime = {
  hours: {
    days: { monday: workday, tuesday: workday, wednesday: workday, thursday: workday, friday: workday },
    holidays: ['2026-12-25'],
  },
  zone: 'Europe/Berlin',
}
/** Two blocks a day and a night shift over every change of the clock. */
const shifts: WorkingTime = {
  hours: {
    days: {
      monday: [
        { from: '13:00', to: '17:30' },
        { from: '08:15', to: '12:00' },
      ],
      thursday: workday,
      sunday: [{ from: '00:30', to: '06:00' }],
    },
    holidays: [],
  },
  zone: 'America/New_York',
}

describe('adding working time', () => {
  it.each([
    ['within a day', '2026-11-18T09:03:00+01:00', 240, '2026-11-18T13:03:00+01:00'],
    ['over a night', '2026-11-18T17:30:00+01:00', 60, '2026-11-19T09:30:00+01:00'],
    ['to the very end of a day', '2026-11-18T17:00:00+01:00', 60, '2026-11-18T18:00:00+01:00'],
    ['from before work', '2026-11-18T03:00:00+01:00', 15, '2026-11-18T09:15:00+01:00'],
    ['over a weekend', '2026-11-20T17:00:00+01:00', 240, '2026-11-23T12:00:00+01:00'],
    ['from a Sunday', '2026-11-22T12:00:00+01:00', 30, '2026-11-23T09:30:00+01:00'],
    ['over a holiday and a weekend', '2026-12-24T17:00:00+01:00', 120, '2026-12-28T10:00:00+01:00'],
    ['over the change to summer time', '2026-03-27T17:00:00+01:00', 120, '2026-03-30T10:00:00+02:00'],
    ['over the change to winter time', '2026-10-23T17:00:00+02:00', 120, '2026-10-26T10:00:00+01:00'],
    ['of 24 hours, as less than three days', '2026-11-16T09:00:00+01:00', 1440, '2026-11-18T15:00:00+01:00'],
  ])('%s', (...[, from, minutes, expected]) => {
    expect(addWorkingMinutes(new Date(from), minutes, berlin)).toEqual(new Date(expected))
  })

  it.each([
    ['five hours on the night that loses one', '2026-03-08T00:30:00-05:00', 270, '2026-03-08T06:00:00-04:00'],
    [
      'six and a half on the night that repeats one',
      '2026-11-01T00:30:00-04:00',
      390,
      '2026-11-01T06:00:00-05:00',
    ],
  ])('counts %s', (...[, from, minutes, expected]) => {
    expect(addWorkingMinutes(new Date(from), minutes, shifts)).toEqual(new Date(expected))
  })

  it('pauses between two blocks of a day, whatever their order in the playbook', () => {
    const from = new Date('2026-11-16T11:50:00-05:00')
    expect(addWorkingMinutes(from, 20, shifts)).toEqual(new Date('2026-11-16T13:10:00-05:00'))
  })

  it('ends after 400 days when no working time is left in sight', () => {
    const days = { monday: [{ from: '09:00', to: '09:01' }] }
    const time = { hours: { days, holidays: [] }, zone: 'UTC' }
    const from = new Date('2026-11-18T00:00:00Z')
    expect(addWorkingMinutes(from, 600, time)).toEqual(new Date('2027-12-23T00:00:00Z'))
  })
})

describe('measuring working time', () => {
  const instants = fc.date({ min: new Date('2026-01-01'), max: new Date('2027-12-31'), noInvalidDate: true })
  const times = fc.constantFrom(berlin, shifts)

  it('is the inverse of adding', () => {
    const property = fc.property(
      instants,
      fc.integer({ min: 1, max: 5000 }),
      times,
      (from, minutes, time) => {
        const to = addWorkingMinutes(from, minutes, time)
        expect(workingMinutesBetween(from, to, time)).toBeCloseTo(minutes, 6)
      },
    )
    fc.assert(property, { seed: 1, numRuns: 150 })
  })

  it('agrees with counting minute by minute on the wall clock', () => {
    const minute = instants.map((date) => new Date(Math.floor(date.getTime() / 60_000) * 60_000))
    const property = fc.property(minute, fc.integer({ min: 0, max: 5000 }), times, (from, minutes, time) => {
      const to = new Date(from.getTime() + minutes * 60_000)
      expect(workingMinutesBetween(from, to, time)).toBe(countMinutes(from, to, time))
    })
    const changes = ['2026-03-08', '2026-03-27', '2026-10-23', '2026-10-31', '2026-12-24'].flatMap((day) =>
      [berlin, shifts].map((time): [Date, number, WorkingTime] => [new Date(day), 5000, time]),
    )
    fc.assert(property, { seed: 2, numRuns: 40, examples: changes })
  })

  it('splits anywhere without loss', () => {
    const property = fc.property(instants, instants, instants, (...three) => {
      const [a, b, c] = three.toSorted((x, y) => x.getTime() - y.getTime())
      if (!a || !b || !c) throw new Error('three dates')
      const parts = workingMinutesBetween(a, b, berlin) + workingMinutesBetween(b, c, berlin)
      expect(workingMinutesBetween(a, c, berlin)).toBeCloseTo(parts, 5)
    })
    fc.assert(property, { seed: 3, numRuns: 30 })
  })

  it('is 0 when the end is not after the start', () => {
    const [early, late] = [new Date('2026-11-18T09:00:00Z'), new Date('2026-11-18T10:00:00Z')]
    expect(workingMinutesBetween(late, early, berlin)).toBe(0)
    expect(workingMinutesBetween(late, late, berlin)).toBe(0)
  })

  it('does not stop counting after a year', () => {
    const days = { wednesday: [{ from: '09:00', to: '10:00' }] }
    const time = { hours: { days, holidays: [] }, zone: 'UTC' }
    const minutes = workingMinutesBetween(
      new Date('2024-01-01T00:00:00Z'),
      new Date('2026-01-01T00:00:00Z'),
      time,
    )
    expect(minutes).toBe(105 * 60)
  })
})

describe('working hours in a playbook', () => {
  it.each([
    ['with a time that does not exist', { days: { monday: [{ from: '09:00', to: '24:00' }] } }],
    ['with a day that does not exist', { days: { someday: workday } }],
    ['with a holiday that does not exist', { days: { monday: workday }, holidays: ['2026-02-30'] }],
  ])('are refused %s', (_, hours) => {
    expect(workingHoursSchema.safeParse(hours).success).toBe(false)
  })
})

/** The slow, obvious way: read the wall clock of the zone at each minute. */
function countMinutes(from: Date, to: Date, { hours, zone }: WorkingTime): number {
  const clock = new Intl.DateTimeFormat('en-CA', {
    timeZone: zone,
    hourCycle: 'h23',
    dateStyle: 'short',
    timeStyle: 'short',
  })
  const dayName = new Intl.DateTimeFormat('en', { timeZone: zone, weekday: 'long' })
  let count = 0
  for (let t = from.getTime(); t < to.getTime(); t += 60_000) {
    const [date = '', time = ''] = clock.format(t).split(', ')
    const weekday = dayName.format(t).toLowerCase()
    const blocks = Object.entries(hours.days).find(([day]) => day === weekday)?.[1] ?? []
    const isWork = blocks.some((block) => block.from <= time && time < block.to)
    if (isWork && !hours.holidays.includes(date)) count++
  }
  return count
}
