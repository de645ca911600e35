import { openAsBlob } from 'node:fs'
import { expect, inject, it } from 'vitest'
import { openBreathing } from '../../src/db/breathing-pglite.ts'

it('lets the thread do something else while a thousand queries wait for each other', async () => {
  await using pglite = await openBreathing('memory://', {
    loadDataDir: await openAsBlob(inject('pgliteTemplate')),
  })
  let turns = 0
  const turn = (): void => {
    turns += 1
    next = setImmediate(turn)
  }
  let next = setImmediate(turn)
  await Promise.all(Array.from({ length: 1_000 }, () => pglite.query('SELECT 1')))
  clearImmediate(next)
  expect(turns).toBeGreaterThan(5)
})
