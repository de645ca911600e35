import { expect, inject, it } from 'vitest'
import { PrismaClient } from '../../../src/db/generated/client.ts'
import { pgAdapter } from '../../../src/db/connection/pg-adapter.ts'
import { holdBack } from '../../support/holding-proxy.ts'
import { connect } from '../../../src/db/connection/connect.ts'

it('outlives a connection that breaks in the moment in which it is handed on', async () => {
  const serverUrl = `${inject('postgresUrl')}postgres`
  await using proxy = await holdBack(serverUrl)
  const db = new PrismaClient({ adapter: pgAdapter({ connectionString: proxy.url, max: 1 }) })
  const [{ pid } = { pid: 0 }] = await db.$queryRaw<{ pid: number }[]>`SELECT pg_backend_pid() AS pid`

  proxy.hold()
  // Prisma asks when somebody waits for the answer.
  const first = db.$queryRaw<unknown[]>`SELECT 1 AS one`.then(([row]) => row)
  const next = db
    .$transaction([db.$queryRaw`SELECT 2`, db.$queryRaw`SELECT 3`])
    .catch((error: unknown) => error)
  await proxy.answered()
  await end(serverUrl, pid)

  expect(await first).toEqual({ one: 1 })
  expect(await next).toBeInstanceOf(Error)
  expect(await db.$queryRaw`SELECT 4 AS four`).toEqual([{ four: 4 }])
  await db.$disconnect()
})

/** As a server does with its connections when it stops. */
async function end(serverUrl: string, pid: number): Promise<void> {
  const client = await connect(serverUrl)
  await client.query(`SELECT pg_terminate_backend(${pid})`)
  await client.end()
}
