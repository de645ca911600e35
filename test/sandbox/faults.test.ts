import { afterEach, beforeAll, afterAll, describe, expect, it } from 'vitest'
import { faultKinds, type FaultKind } from '../../src/sandbox/faults.ts'
import { startSandbox, type Sandbox } from '../../src/sandbox/sandbox.ts'
import { leads } from '../support/people.ts'
import { post } from './call-api.ts'

/** What the caller hears within half a second, and whether the message stands in the channel. */
const kinds: Record<FaultKind, { hears: string; stands: boolean }> = {
  'rate-limit': { hears: '429 after 3: ratelimited', stands: false },
  'rate-limit-bare': { hears: '429 after null: ratelimited', stands: false },
  'server-error': { hears: '500 after null: internal_error', stands: false },
  html: { hears: '200 after null: <html>', stands: false },
  empty: { hears: '200 after null: ', stands: true },
  'internal-error': { hears: '200 after null: internal_error', stands: false },
  'reset-before': { hears: 'ECONNRESET', stands: false },
  'reset-after': { hears: 'ECONNRESET', stands: true },
  'hang-before': { hears: 'nothing', stands: false },
  'hang-after': { hears: 'nothing', stands: true },
  slow: { hears: 'nothing', stands: false },
}

describe('faults', () => {
  let slack: Sandbox
  beforeAll(async () => {
    slack = await startSandbox({ postsPerSecond: 1000 })
  })
  afterEach(() => slack.faults.clear())
  afterAll(() => slack.stop())

  const postMessage = (text: string) => post(slack, 'chat.postMessage', { channel: leads, text })
  const stands = (text: string) => slack.messages(leads).some((message) => message.text === text)

  it.each(faultKinds)('%s', async (kind) => {
    slack.faults.add({ kind, seconds: 3 })
    expect(await heard(postMessage(kind))).toBe(kinds[kind].hears)
    expect(stands(kind)).toBe(kinds[kind].stands)
  })

  it('a limit says word by word when to ask again, from a script as well', async () => {
    const control = { do: 'fault', kind: 'rate-limit', times: 1, retryAfter: '-1.5' }
    const headers = { 'content-type': 'application/json' }
    await fetch(`${slack.url}/control`, { method: 'POST', headers, body: JSON.stringify(control) })
    expect(await heard(postMessage('odd'))).toBe('429 after -1.5: ratelimited')
  })

  it('a slow call has its effect after its time, and was logged as of when it came in', async () => {
    slack.faults.add({ kind: 'slow', seconds: 0.2 })
    await postMessage('late')
    const call = slack.log.find((record) => record.kind === 'call' && record.args['text'] === 'late')
    const landed = Number(slack.messages(leads).at(-1)?.ts) * 1000
    expect(landed - (call?.at.getTime() ?? 0)).toBeGreaterThan(150)
  })

  it('are chosen call by call, until that is taken back', async () => {
    slack.faults.choose((method, { text }) =>
      method === 'chat.postMessage' && text === 'b' ? { kind: 'server-error' } : null,
    )
    const answers = await Promise.all([postMessage('a'), postMessage('b'), postMessage('c')])
    expect(answers.map(({ status }) => status)).toEqual([200, 500, 200])
    slack.faults.clear()
    expect((await postMessage('b')).status).toBe(200)
  })
})

async function heard(answer: Promise<Response>): Promise<string> {
  const nothing = new Promise<null>((done) => setTimeout(done, 500, null))
  const response = await Promise.race([nothing, answer.catch(codeOf)])
  if (response === null) return 'nothing'
  if (typeof response === 'string') return response
  const body = await response.text()
  const said = /ratelimited|internal_error|<html>/.exec(body)?.[0] ?? body
  return `${response.status} after ${response.headers.get('retry-after')}: ${said}`
}

const codeOf = ({ cause }: { cause?: { code?: string } }): string =>
  cause?.code?.replace('UND_ERR_SOCKET', 'ECONNRESET') ?? 'no code'
