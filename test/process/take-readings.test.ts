import { expect, inject, it } from 'vitest'
import { seed } from '../../prisma/seed.ts'
import { openDatabase } from '../../src/db/open.ts'
import { takeReadings } from '../../src/process/take-readings.ts'
import { watchStoring } from '../../src/flows/intake/storing.ts'
import { timed } from '../support/bare-answers.ts'
import { createDatabase } from '../support/create-database.ts'
import { connect } from '../../src/db/connection/connect.ts'

const now = () => new Date('2026-11-18T08:03:00Z')

it('takes a database that stands still for one that is away, before Prometheus gives up', async () => {
  const url = await createDatabase(inject('postgresUrl'))
  const database = await openDatabase({ url, dataDir: '', now })
  await seed(database.db, now())
  const line = { kind: 'socket', connected: true, connections: 2, requestUrl: null, busy: 0 } as const
  const slack = {
    ...{ start: () => Promise.resolve(), stop: () => Promise.resolve(), state: () => line },
    // Nobody asks Slack here.
    client: {} as Parameters<typeof takeReadings>[0]['slack']['client'],
  }
  const clock = () => ({ latenessMs: 0, sinceTickMs: 0 })
  const read = () =>
    takeReadings({ database, slack, clock, now, storing: watchStoring(now), postsPerSecond: 1 })
  const locker = await connect(url)
  try {
    expect(await read()).toMatchObject({ database: { answers: true }, shared: { queue: [] } })
    await locker.query('BEGIN; LOCK TABLE "Notice" IN ACCESS EXCLUSIVE MODE')
    const { given, ms } = await timed(read)
    expect(given).toMatchObject({ database: { answers: false }, shared: null })
    expect(ms).toBeLessThan(10_000)
  } finally {
    await locker.end()
    await database.close()
  }
})
