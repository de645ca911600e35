import { request } from 'node:http'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { startSandbox, type Sandbox } from '../../src/sandbox/sandbox.ts'

describe('the page', () => {
  let slack: Sandbox
  beforeAll(async () => {
    slack = await startSandbox()
  })
  afterAll(() => slack.stop())

  const ask = (path: string, headers: Record<string, string>, body?: string) =>
    new Promise<number>((done, failed) => {
      const call = request(slack.url + path, { method: body ? 'POST' : 'GET', headers }, (response) => {
        response.resume()
        done(response.statusCode ?? 0)
      })
      call.on('error', failed)
      call.end(body)
    })

  it('opens to this machine by its own name, and to no foreign one that leads here', async () => {
    expect(await ask('/', {})).toBe(200)
    expect(await ask('/', { host: `localhost:${new URL(slack.url).port}` })).toBe(200)
    expect(await ask('/', { host: 'evil.example' })).toBe(403)
    expect(await ask('/page/sight?as=U0ANNA', { host: '127.0.0.1.evil.example' })).toBe(403)
  })

  it('obeys JSON alone, which a page of another site cannot send unasked', async () => {
    const reset = '{"do":"reset"}'
    expect(await ask('/control', { 'content-type': 'text/plain' }, reset)).toBe(400)
    expect(await ask('/control', { 'content-type': 'application/json' }, reset)).toBe(200)
    expect(await ask('/control', { 'content-type': 'application/json' }, '{"do":"explode"}')).toBe(400)
  })

  it('listens on this machine alone', () => {
    expect(new URL(slack.url).hostname).toBe('127.0.0.1')
  })
})
