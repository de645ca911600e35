import { Webhook } from 'standardwebhooks'
import type { Dice } from './dice.ts'

/** So many that the intake's limit of requests a minute and source is not what is tested. */
export const sourceCount = 30
const secretOf = (number: number): string => `fuzz-secret-${number}`
const webhookSecret = 'whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw'

/** The sources as a setting of the bot. */
export const intakeSources = [
  ...Array.from({ length: sourceCount }, (_, number) => `fuzz-${number}=${secretOf(number)}`),
  `signed=${webhookSecret}`,
].join(',')

export type Headers = Record<string, string>

export const validHeaders = (dice: Dice): Headers => ({
  authorization: `Bearer ${secretOf(dice.below(sourceCount))}`,
  'content-type': 'application/json',
})

let last = 0

/** Headers of a valid request with one of them changed, mostly none. */
export function mutatedHeaders(body: Buffer, dice: Dice): Headers {
  const headers = validHeaders(dice)
  switch (dice.below(24)) {
    case 0:
      return { ...headers, 'content-type': dice.oneOf(oddTypes) }
    case 1:
      return { ...headers, 'content-encoding': dice.oneOf(['gzip', 'br', 'identity', 'x'.repeat(100)]) }
    case 2:
      return { ...headers, authorization: dice.oneOf(oddProofs) }
    case 3:
      return {
        ...headers,
        'idempotency-key': dice.oneOf(['', ' ', 'a b', 'ü', 'x'.repeat(255), 'x'.repeat(256), 'same']),
      }
    case 4:
      return { ...headers, 'idempotency-key': `fuzz-${++last}` }
    case 5:
      return { ...headers, 'x-long': 'x'.repeat(dice.oneOf([1_000, 15_000, 17_000])) }
    case 6:
      return signed(body, dice)
    case 7:
      return { ...headers, expect: dice.oneOf(['100-continue', 'a miracle']) }
    default:
      return headers
  }
}

const oddTypes = [
  ...['text/plain', 'application/json; charset=utf-16', 'application/xml', 'multipart/form-data', ''],
  ...['application/json;;', '*/*', 'APPLICATION/JSON', 'application/json, application/json', '/'],
]
const oddProofs = [
  'Bearer',
  'Bearer ',
  'Basic eDp5',
  'Bearer wrong',
  `Bearer ${'x'.repeat(5_000)}`,
  'bearer fuzz-secret-0',
]

/** By the public specification, or nearly so. */
function signed(body: Buffer, dice: Dice): Headers {
  const [id, at] = [`msg-${++last}`, new Date(Date.now() - dice.oneOf([0, 0, 400_000, -400_000]))]
  const signature = new Webhook(webhookSecret).sign(id, at, body.toString('utf8'))
  return {
    'content-type': 'application/json',
    'webhook-id': id,
    'webhook-timestamp': dice.oneIn(6)
      ? dice.oneOf(['', 'NaN', '-1', '1e99'])
      : String(Math.floor(at.getTime() / 1000)),
    'webhook-signature': dice.oneIn(3)
      ? dice.oneOf(['', 'v1,', 'v2,abc', `${signature} ${signature}`])
      : signature,
  }
}
