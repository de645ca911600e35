import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { engines } from '../support/database.ts'
import { oldBearer, openDoor, type Door } from '../support/door.ts'

const mia = {
  external_id: 'W-1',
  name: 'Mia Muster',
  email: 'mia@example.com',
  employees: 400,
  attributes: { visits: 7, opted_in: true },
  qualified: true,
  score: { points: 72, reasons: ['Asked for a demo'] },
}

describe.each(engines)('POST /v1/leads on $name', (engine) => {
  it('takes one lead and says what became of it', async () => {
    await using door = await openDoor(engine)
    const { status, body } = await door.post(mia)
    expect(status).toBe(202)
    expect(body).toEqual({ leads: [{ became: 'handed-off', leadId: expect.any(String), externalId: 'W-1' }] })
    const lead = await door.desk.deps.db.leads.findByExternalId('website', 'W-1')
    expect(lead).toMatchObject({
      details: { name: 'Mia Muster', attributes: { visits: '7', opted_in: 'true' } },
      senderScore: { points: 72, reasons: ['Asked for a demo'] },
    })
    expect(door.nudges()).toBe(1)
  })

  it('takes 500 leads at once, and not 501', async () => {
    await using door = await openDoor(engine)
    const leads = Array.from({ length: 501 }, (_, n) => ({ email: `p${n}@example.com` }))
    const { status, body } = await door.post(leads.slice(1))
    expect(status).toBe(202)
    expect(body['leads']).toHaveLength(500)
    expect(await door.post(leads)).toMatchObject({ status: 413 })
  })

  it('understands null, blanks, externalId and a phone alone', async () => {
    await using door = await openDoor(engine)
    const forms = [
      { externalId: 'W-2', name: null, company: '  ', attributes: { note: '' } },
      { phone: '+49 30 123' },
    ]
    expect(await door.post(forms)).toMatchObject({ status: 202 })
    const lead = await door.desk.deps.db.leads.findByExternalId('website', 'W-2')
    expect(lead?.details).toEqual({ attributes: {} })
  })

  it('names every wrong field of every lead, and stores none of them', async () => {
    await using door = await openDoor(engine)
    const { status, body } = await door.post([
      mia,
      { email: 'nonsense', employees: 'many', colour: 'blue' },
      { name: 'Nobody' },
      'text',
      { email: `${'x'.repeat(65)}@example.com`, website: 'https://slack.com@evil.example/' },
      { email: 'ann@example.com', website: 'example' },
    ])
    expect(status).toBe(400)
    expect(Object.keys(body).toSorted()).toEqual(['error', 'message', 'problems', 'reference'])
    expect(body['problems']).toEqual([
      { path: '[1].email', remedy: 'give an e-mail address such as ann@example.com' },
      { path: '[1].employees', remedy: 'give a number' },
      { path: '[1]', remedy: 'remove or rename "colour": no such field' },
      { path: '[2]', remedy: 'give at least one of email, phone, external_id' },
      { path: '[3]', remedy: 'give an object' },
      { path: '[4].email', remedy: 'at most 64 characters before the @' },
      { path: '[4].website', remedy: 'leave out the user name before the @' },
      { path: '[5].website', remedy: 'give a web address such as https://example.com' },
    ])
    expect(await door.desk.deps.db.leads.findByExternalId('website', 'W-1')).toBeNull()
  })

  it('answers a repeated request as it did the first time, and refuses its key for another', async () => {
    await using door = await openDoor(engine)
    const key = { 'idempotency-key': 'form-17' }
    const { external_id: _, ...anonymous } = mia
    const first = await door.post(anonymous, key)
    const again = await door.post(anonymous, key)
    expect(again).toMatchObject({ status: 202, body: first.body })
    expect(await door.post({ ...anonymous, name: 'Other' }, key)).toMatchObject({
      status: 409,
      body: { error: 'key-reused' },
    })
    expect(await door.desk.shown()).toHaveLength(1)
  })

  it('answers 503 with a reference, and no detail of the failure, when the database is away', async () => {
    await using door = await openDoor(engine)
    const failing = async () => {
      throw new Error('connection refused at postgres://baton:hunter2@db')
    }
    door.desk.deps.db.transaction = failing
    const { status, body, headers } = await door.post(mia)
    expect(status).toBe(503)
    expect(headers.get('retry-after')).toBe('5')
    expect(JSON.stringify(body)).not.toContain('hunter2')
    expect(door.log.join()).toContain(String(body['reference']))
    expect(door.log.join()).not.toContain('hunter2')
  })
})

describe('the door for leads', () => {
  const engine = engines[0]
  if (!engine) throw new Error('no engine to test on')
  let door: Door
  beforeAll(async () => void (door = await openDoor(engine)))
  afterAll(() => door[Symbol.asyncDispose]())

  it.each([
    ['no proof at all', { authorization: '' }],
    ['a wrong token', { authorization: 'Bearer guess' }],
    ['a token of another scheme', { authorization: 'Basic d2Vic2l0ZQ==' }],
  ])('answers 401 to %s, before it reads the body', async (_, headers) => {
    const { status, headers: answered } = await door.post('{ not json', headers)
    expect(status).toBe(401)
    expect(answered.get('www-authenticate')).toBe('Bearer')
  })

  it('takes the old token too while it is being replaced', async () => {
    expect(await door.post(mia, { authorization: `Bearer ${oldBearer}` })).toMatchObject({ status: 202 })
  })

  it.each([
    ['what is not JSON', '{', 'send JSON: the body could not be parsed'],
    ['nothing', '', 'send JSON: the body could not be parsed'],
    ['what is not UTF-8', Uint8Array.of(0x22, 0xff, 0x22), 'send UTF-8'],
    ['NUL', '{"email":"a@example.com","name":"a\\u0000"}', 'leave out control characters'],
    [
      'half a character',
      '{"email":"a@example.com","name":"\\ud83d"}',
      'send well-formed Unicode, no half characters',
    ],
    ['__proto__', '{"email":"a@example.com","attributes":{"__proto__":{"x":1}}}', 'leave out __proto__'],
    ['a bottomless list', '['.repeat(5000) + ']'.repeat(5000), 'nest at most 20 levels'],
    ['no leads', '[]', 'send at least one lead'],
  ])('answers 400 to %s', async (_, body, remedy) => {
    const answer = await door.post(body)
    expect(answer.status).toBe(400)
    expect(answer.body['problems']).toMatchObject([{ remedy }])
  })

  it('answers 413 to 257 kB for one lead and to more than 2 MB', async () => {
    const padding = ' '.repeat(257 * 1024)
    expect(await door.post(`${padding}{"email":"a@example.com"}`)).toMatchObject({ status: 413 })
    expect(await door.post(`${padding}[{"email":"a@example.com"}]`)).toMatchObject({ status: 202 })
    expect(await door.post(padding.repeat(9))).toMatchObject({ status: 413, body: { error: 'too-large' } })
    const list = await door.post([{ email: 'a@example.com' }, { email: 'b@example.com', message: padding }])
    expect(list).toMatchObject({ status: 413 })
    expect(list.body['message']).toContain('[1] is larger')
  })

  it.each([
    { 'content-type': 'text/plain' },
    { 'content-type': 'application/xml' },
    { 'content-encoding': 'gzip' },
  ])('answers 415 to %o', async (headers) => {
    expect(await door.post('{"email":"a@example.com"}', headers)).toMatchObject({ status: 415 })
  })

  it('answers 429 to a source that sends too much, and goes on listening to the others', async () => {
    await using narrow = await openDoor(engine, { requestsPerMinute: 2 })
    const person = (n: number) => ({ email: `p${n}@example.com` })
    expect([(await narrow.post(person(1))).status, (await narrow.post(person(2))).status]).toEqual([202, 202])
    const { status, body, headers } = await narrow.post(person(3))
    expect({ status, error: body['error'] }).toEqual({ status: 429, error: 'too-many-requests' })
    expect(Number(headers.get('retry-after'))).toBeGreaterThan(0)
    expect(await narrow.post(person(3), { authorization: 'Bearer crm-test-secret' })).toMatchObject({
      status: 202,
    })
  })

  it('refuses a key that no header should carry', async () => {
    const answer = await door.post(mia, { 'idempotency-key': 'k'.repeat(256) })
    expect(answer).toMatchObject({ status: 400 })
  })

  it('describes itself at /docs', async () => {
    expect((await fetch(`${door.url}/docs`)).status).toBe(200)
    const api = (await (await fetch(`${door.url}/docs/json`)).json()) as { paths: Record<string, unknown> }
    const text = JSON.stringify(api.paths['/v1/leads'])
    for (const word of ['external_id', 'qualified', 'employees', '202', '413', 'handed-off'])
      expect(text).toContain(word)
  })
})
