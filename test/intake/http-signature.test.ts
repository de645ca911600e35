import { Webhook } from 'standardwebhooks'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { sourceOfSignature } from '../../src/intake/http/sources.ts'
import { engines } from '../support/database.ts'
import { openDoor, otherSecret, webhookSecret, type Door } from '../support/door.ts'

const aBody = (id: string) => JSON.stringify({ external_id: id, name: 'Zoë Example' })
const body = aBody('C-0')

interface Signing {
  secret?: string
  id?: string
  at?: Date
}

function signed(text: string, { secret = webhookSecret, id = 'msg_1', at = new Date() }: Signing = {}) {
  return {
    authorization: '',
    'webhook-id': id,
    'webhook-timestamp': String(Math.floor(at.getTime() / 1000)),
    'webhook-signature': new Webhook(secret).sign(id, at, text),
  }
}

const minutesAgo = (minutes: number) => new Date(Date.now() - minutes * 60_000)

describe('a Standard Webhooks signature', () => {
  const engine = engines[0]
  if (!engine) throw new Error('no engine to test on')
  let door: Door
  beforeAll(async () => void (door = await openDoor(engine)))
  afterAll(() => door[Symbol.asyncDispose]())

  it.each([
    ['C-1', webhookSecret],
    ['C-2', otherSecret],
  ])('proves the source of %s, with either of its secrets', async (id, secret) => {
    const text = aBody(id)
    expect(await door.post(text, signed(text, { secret, id }))).toMatchObject({ status: 202 })
    expect(await door.desk.deps.db.leads.findByExternalId('crm', id)).not.toBeNull()
  })

  it('makes its webhook-id the key by which a repeated delivery is recognised', async () => {
    const [text, other] = [aBody('C-3'), aBody('C-4')]
    const first = await door.post(text, signed(text))
    expect(await door.post(text, signed(text))).toMatchObject({ status: 202, body: first.body })
    expect(await door.post(other, signed(other))).toMatchObject({ status: 409 })
  })

  it.each([
    ['of other bytes', signed(`${body} `)],
    ['with a foreign secret', signed(body, { secret: 'whsec_AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA' })],
    ['of six minutes ago', signed(body, { at: minutesAgo(6) })],
    ['from six minutes ahead', signed(body, { at: minutesAgo(-6) })],
    ['moved to another id', { ...signed(body), 'webhook-id': 'msg_2' }],
    ['that is nonsense', { ...signed(body), 'webhook-signature': 'v1,nonsense' }],
    ['whose time is nonsense', { ...signed(body), 'webhook-timestamp': 'now' }],
    ['without its id', { ...signed(body), 'webhook-id': '' }],
  ])('proves nothing %s', async (_, headers) => {
    expect(await door.post(body, headers)).toMatchObject({ status: 401 })
    expect(await door.desk.deps.db.leads.findByExternalId('crm', 'C-0')).toBeNull()
  })

  it('is read as the specification says', () => {
    // The example of the Standard Webhooks reference library, signed anew because of its age.
    const secret = 'whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw'
    const text = '{"test": 2432232314}'
    const at = new Date(1614265330 * 1000)
    expect(new Webhook(secret).sign('msg_p5jXN8AQM9LWM0D4loKWxJek', at, text)).toBe(
      'v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=',
    )
    const { authorization: _, ...headers } = signed(text, { secret })
    const sources = [{ name: 'crm', bearer: [], webhook: [secret] }]
    expect(sourceOfSignature(Buffer.from(text), headers, sources)).toBe('crm')
  })
})
