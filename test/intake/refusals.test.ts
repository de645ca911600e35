import { expect, it, vi } from 'vitest'
import { engines } from '../support/database.ts'
import { openDoor, type Door } from '../support/door.ts'

const [engine] = engines
if (!engine) throw new Error('no engine to test on')

const lines = (door: Door) => door.log.map((line) => JSON.parse(line) as Record<string, unknown>)
const mia = { email: 'mia@example.com' }

it('every refusal is found in the log by the reference that its sender was given, and without what was sent', async () => {
  await using door = await openDoor(engine, { requestsPerMinute: 12 })
  const secret = 'Jane Secret'
  const wrong = { [secret]: secret, name: 7, email: secret, attributes: { [secret]: {}, a: { b: secret } } }
  await door.post(mia, { 'idempotency-key': 'k' })
  const refusals = {
    unauthorized: await door.post(mia, { authorization: `Bearer ${secret.replace(' ', '')}` }),
    'no-json': await door.post(`{"name":"${secret}`),
    invalid: await door.post([mia, wrong]),
    'too-large': await door.post(`[${'1,'.repeat(500)}1]`),
    'unsupported-media-type': await door.post(mia, { 'content-type': 'text/plain' }),
    encoded: await door.post(mia, { 'content-encoding': 'gzip' }),
    'key-reused': await door.post({ email: 'ben@example.com' }, { 'idempotency-key': 'k' }),
    'not-found': await post(`${door.url}/v1/lead/${encodeURIComponent(secret)}`),
    'too-many-requests': await untilRefused(door),
  }
  const log = lines(door)
  for (const [name, { status, body }] of Object.entries(refusals)) {
    const line = log.filter(({ reference }) => reference === body['reference'])
    const isNobody = name === 'unauthorized' || name === 'not-found'
    const source = isNobody ? {} : { source: 'website' }
    expect(line).toMatchObject([{ ...source, status, error: body['error'], msg: 'a request was refused' }])
    expect(Object.hasOwn(line[0] ?? {}, 'source')).toBe(!isNobody)
  }
  expect(Object.values(refusals).map(({ status }) => status)).toEqual([
    401, 400, 400, 413, 415, 415, 409, 404, 429,
  ])
  expect(log.find(({ reference }) => reference === refusals.invalid.body['reference'])?.['problems']).toEqual(
    [
      '[1].name invalid_type',
      '[1].email invalid_format',
      '[1].attributes.* invalid_union',
      '[1].attributes.* invalid_union',
      '[1] unrecognized_keys',
    ],
  )
  expect(door.log.join()).not.toMatch(/Jane|Secret|mia@|ben@/)
})

it('a flood of refusals is counted, and each of them is still found', async () => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
  try {
    await using door = await openDoor(engine)
    const answers = []
    for (let n = 0; n < 50; n++) answers.push(await door.post('{'))
    for (let n = 0; n < 3; n++) answers.push(await door.post(mia, { authorization: 'Bearer nobody-known' }))
    expect(door.log).toHaveLength(20 + 3)
    const known = new Set(lines(door).map(({ reference }) => reference))
    expect(answers.filter(({ body }) => !known.has(body['reference']))).toEqual([])
    vi.advanceTimersByTime(60_000)
    expect(lines(door).at(-1)).toMatchObject({
      source: 'website',
      requests: 30,
      msg: 'more requests were refused',
    })
    const { body } = await door.post('{')
    expect(lines(door).at(-1)).toMatchObject({ reference: body['reference'], msg: 'a request was refused' })
  } finally {
    vi.useRealTimers()
  }
})

it('tells when it did not look at everything', async () => {
  await using door = await openDoor(engine)
  const { body } = await door.post(Array.from({ length: 300 }, () => ({ name: 'Nobody' })))
  expect(body['problems']).toHaveLength(100)
  expect(body['message']).toContain('the first 100 problems')
  const few = await door.post([{ name: 'Nobody' }])
  expect(few.body['message']).not.toContain('first')
})

async function untilRefused(door: Door) {
  for (;;) {
    const answer = await door.post(mia)
    if (answer.status === 429) return answer
  }
}

async function post(url: string) {
  const response = await fetch(url, { method: 'POST' })
  return { status: response.status, body: (await response.json()) as Record<string, unknown> }
}
