import { once } from 'node:events'
import { openAsBlob } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { expect, inject, it } from 'vitest'
import { openBreathing } from '../../../src/db/connection/breathing-pglite.ts'

it('lets the thread do something else while a thousand queries wait for each other', async () => {
  await using pglite = await openTemplate()
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

it('answers a hundred people, each by a connection of their own, long before all their queries have ended', async () => {
  await using pglite = await openTemplate()
  let [ended, endedAtLastAnswer] = [0, 0]
  const work: Promise<unknown>[] = []
  await using server = createServer((_, answer) => {
    answer.end()
    endedAtLastAnswer = ended
    for (let query = 0; query < 10; query++) work.push(pglite.query(busy).then(() => (ended += 1)))
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  // A server that listens on a port has an address with that port.
  const { port } = server.address() as AddressInfo
  const visit = () => fetch(`http://127.0.0.1:${port}`, { headers: { connection: 'close' } })
  await Promise.all(Array.from({ length: people }, visit))
  await Promise.all(work)
  expect(ended).toBe(10 * people)
  expect(endedAtLastAnswer).toBeLessThan(ended / 5)
})

const people = 100
/** A few milliseconds of work. */
const busy = 'SELECT count(*) FROM generate_series(1, 10000)'

async function openTemplate() {
  return openBreathing('memory://', { loadDataDir: await openAsBlob(inject('pgliteTemplate')) })
}
