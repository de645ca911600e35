import { openAsBlob } from 'node:fs'
import { setImmediate } from 'node:timers/promises'
import { expect, inject, it } from 'vitest'
import { openBreathing } from '../../src/db/breathing-pglite.ts'

it('lets the thread do something else between two queries', async () => {
  await using pglite = await openBreathing('memory://', {
    loadDataDir: await openAsBlob(inject('pgliteTemplate')),
  })
  let done = 0
  const queries = Array.from({ length: 50 }, async () => {
    await pglite.query('SELECT 1')
    done += 1
  })
  for (let turn = 0; turn < 5; turn++) await setImmediate()
  expect(done).toBeLessThan(10)
  await Promise.all(queries)
  expect(done).toBe(50)
})
