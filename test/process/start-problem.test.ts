import { createServer, type Server } from 'node:http'
import { expect, it } from 'vitest'
import { readConfig } from '../../src/settings/config.ts'
import { startProblem } from '../../src/process/start-problem.ts'
import { freePort } from '../support/free-port.ts'

function configOf(env: Record<string, string>) {
  const config = readConfig({ SLACK_BOT_TOKEN: 'xoxb-1', SLACK_APP_TOKEN: 'xapp-1', ...env })
  if (!config.ok) throw new Error(config.problems.join())
  return config.value
}

/** What Node says when it can't listen there. */
async function refusal(server: Server, port: number, host: string): Promise<unknown> {
  const { promise, resolve } = Promise.withResolvers<unknown>()
  server.on('error', resolve)
  server.listen(port, host)
  return promise
}

it('names the setting whose port is taken', async () => {
  const port = await freePort()
  const first = createServer()
  await new Promise<void>((done) => first.listen(port, '127.0.0.1', done))
  try {
    const error = await refusal(createServer(), port, '127.0.0.1')
    const taken = 'is taken by another program, or by another Baton: stop it, or choose another port.'
    const http = { SLACK_SIGNING_SECRET: 'a-signing-secret', SLACK_PORT: String(port) }
    expect(startProblem(error, configOf({ INTAKE_PORT: String(port) }))).toBe(`INTAKE_PORT ${port} ${taken}`)
    expect(startProblem(error, configOf(http))).toBe(`SLACK_PORT ${port} ${taken}`)
  } finally {
    first.close()
  }
})

it('names the host that is none of this machine', async () => {
  const error = await refusal(createServer(), 0, '192.0.2.1')
  expect(startProblem(error, configOf({ INTAKE_HOST: '192.0.2.1' }))).toMatch(
    /^INTAKE_HOST 192\.0\.2\.1 is no address of this machine: use 127\.0\.0\.1/,
  )
})

it('repeats what is a sentence already', () => {
  expect(startProblem(new Error('Stop it first.'), configOf({}))).toBe('Stop it first.')
})
