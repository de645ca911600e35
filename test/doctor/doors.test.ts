import { createServer, type RequestListener } from 'node:http'
import type { AddressInfo } from 'node:net'
import { describe, expect, it } from 'vitest'
import { engines } from '../support/database.ts'
import { openDoor } from '../support/door.ts'
import { startSandbox } from '../../src/sandbox/sandbox.ts'
import { freePort } from '../support/free-port.ts'
import { examined, settingsFor, told } from './examined.ts'

/** What the doctor says about one thing while something answers, or nothing does. */
async function saidOf(about: string, env: Record<string, string>): Promise<string> {
  const slack = await startSandbox()
  try {
    const findings = await examined({ env: { ...settingsFor(slack), ...env } })
    return told(findings.filter((finding) => finding.about === about)).join('\n')
  } finally {
    await slack.stop()
  }
}

async function answering(listener: RequestListener) {
  const server = createServer(listener)
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  const { port } = server.address() as AddressInfo
  const close = () =>
    new Promise<void>((done) => {
      server.close(() => done())
      server.closeAllConnections()
    })
  return { port: String(port), [Symbol.asyncDispose]: close }
}

describe('the doctor knocks where leads come in', () => {
  it.each([
    [true, [], 'ok | Baton | runs on http://127.0.0.1:PORT and is ready (slack: so)'],
    [false, ['slack'], 'problem | Baton | runs on http://127.0.0.1:PORT and is not ready (slack: so)'],
    [
      true,
      ['slack'],
      'warning | Baton | runs on http://127.0.0.1:PORT, and something needs you (slack: so) | Look at slack:',
    ],
  ])('and knows a Baton that says ready: %s, and needs somebody for %o', async (ready, degraded, says) => {
    const [, postgres] = engines
    if (!postgres) throw new Error('there is no such engine')
    await using door = await openDoor(postgres, {
      health: async () => ({ ready, degraded, checks: { slack: 'so' } }),
    })
    const { port } = new URL(door.url)
    expect(await saidOf('Baton', { INTAKE_PORT: port })).toContain(says.replace('PORT', port))
  })

  it('and knows another program, also one that speaks JSON', async () => {
    await using page = await answering((_, response) => response.end('<html>'))
    await using api = await answering((_, response) => response.end('{"ready":"perhaps"}'))
    for (const { port } of [page, api])
      expect(await saidOf('Baton', { INTAKE_PORT: port })).toMatch(
        /^problem \| Baton \| another program answers/,
      )
  })

  it('and waits only a moment for one that hangs', async () => {
    await using hanging = await answering(() => undefined)
    expect(await saidOf('Baton', { INTAKE_PORT: hanging.port })).toMatch(
      /^problem \| Baton \| .* does not answer/,
    )
  })

  it('and finds nobody', async () => {
    const port = String(await freePort())
    expect(await saidOf('Baton', { INTAKE_PORT: port })).toMatch(
      /^warning \| Baton \| does not run here.*npm start/,
    )
    expect(await saidOf('intake', { INTAKE_PORT: port })).toMatch(
      /^skipped \| intake \| no Baton takes leads at/,
    )
  })

  it('and says who may send leads only where a Baton turns away whoever has no secret', async () => {
    const [, postgres] = engines
    if (!postgres) throw new Error('there is no such engine')
    await using door = await openDoor(postgres)
    await using open = await answering((_, response) => response.writeHead(202).end('{}'))
    const said = (port: string) => saidOf('intake', { INTAKE_PORT: port })
    expect(await said(new URL(door.url).port)).toMatch(/^ok \| intake \| .+ may send leads to http:/)
    expect(await said(open.port)).toMatch(/^skipped \| intake \| no Baton takes leads at/)
  })
})

describe('the doctor knocks where Slack’s signed requests come in', () => {
  const http = (port: string) => ({ SLACK_SIGNING_SECRET: 'canary-signing', SLACK_PORT: port })

  it('and tells a free door, one like ours and one of another program apart', async () => {
    await using ours = await answering((_, response) => response.writeHead(401).end())
    await using other = await answering((_, response) => response.end('hello'))
    const said = async (port: string) => saidOf('connection', http(port))
    expect(await said(String(await freePort()))).toMatch(
      /^ok \| .* port \d+ is free; from here nobody can see/,
    )
    expect(await said(ours.port)).toMatch(/^ok \| .* turns away what Slack has not signed/)
    expect(await said(other.port)).toMatch(/^problem \| .* belongs to another program/)
  })
})
