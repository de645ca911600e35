import { once } from 'node:events'
import { Agent, request, type IncomingMessage } from 'node:http'
import { expect, it } from 'vitest'
import { engines } from '../support/database.ts'
import { bearer, openDoor } from '../support/door.ts'

/** The connection would be kept for over a minute: a stop that waits for it is one that this test does not see end. */
it('ends the connection of a sender that would keep it with the answer that is given while the door closes', async () => {
  const [engine] = engines
  if (!engine) throw new Error('no database engine to test on')
  await using door = await openDoor(engine)
  const agent = new Agent({ keepAlive: true })
  const headers = {
    authorization: `Bearer ${bearer}`,
    'content-type': 'application/json',
    expect: '100-continue',
  }
  const sender = request(`${door.url}/v1/leads`, { method: 'POST', agent, headers })
  sender.flushHeaders()
  await once(sender, 'continue')
  const stopped = door.stop()
  sender.end('{"email":"late@example.com"}')
  const [answer] = (await once(sender, 'response')) as [IncomingMessage]
  answer.resume()
  await stopped
  expect(answer.statusCode).toBe(202)
  expect(answer.headers.connection).toBe('close')
  agent.destroy()
})
