import { pino } from 'pino'
import { expect, it } from 'vitest'
import { watchDatabase } from '../../../src/slack/connection/database-watch.ts'

it('says once that the database is away and once that it is back, each time anew', () => {
  const lines: string[] = []
  const write = (line: string) => void lines.push((JSON.parse(line) as { msg: string }).msg)
  const { failed, answered } = watchDatabase(pino({}, { write }))
  answered()
  for (let outage = 0; outage < 2; outage++) {
    for (let asked = 0; asked < 5; asked++) failed(new Error('no'))
    for (let asked = 0; asked < 5; asked++) answered()
  }
  const [away, back] = [
    'the database does not answer; what is to be sent waits for it',
    'the database answers again',
  ]
  expect(lines).toEqual([away, back, away, back])
})
