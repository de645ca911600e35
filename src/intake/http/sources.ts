import { createHash, createHmac, timingSafeEqual } from 'node:crypto'

/** Somebody who may send leads, and the secrets that prove it: two of a kind while one is being replaced. */
export interface IntakeSource {
  name: string
  /** Tokens for `Authorization: Bearer …`. */
  bearer: string[]
  /** Secrets `whsec_…` of Standard Webhooks signatures. */
  webhook: string[]
}

type RequestHeaders = Record<string, string | string[] | undefined>

/** The source whose token the request carries. Every token is compared, so that time tells nothing. */
export function sourceOfToken(authorization: string, sources: IntakeSource[]): string | null {
  const token = /^Bearer\s+(\S+)$/i.exec(authorization)?.[1]
  if (token === undefined) return null
  const presented = digest(token)
  let found: string | null = null
  for (const { name, bearer } of sources) {
    for (const secret of bearer) if (timingSafeEqual(digest(secret), presented)) found ??= name
  }
  return found
}

/** The source that signed exactly these bytes within the last five minutes. */
export function sourceOfSignature(
  body: Buffer,
  headers: RequestHeaders,
  sources: IntakeSource[],
): string | null {
  const signature = signatureOf(headers)
  if (!signature || !isFresh(signature.timestamp)) return null
  const matching = sources.find(({ webhook }) => webhook.some((secret) => verifies(secret, body, signature)))
  return matching?.name ?? null
}

interface Signature {
  id: string
  timestamp: string
  /** One or more of `v1,BASE64`, with blanks between. */
  signatures: string
}

/** The three headers of a Standard Webhooks signature, `null` when one is missing. */
export function signatureOf(headers: RequestHeaders): Signature | null {
  const [id, timestamp, signatures] = ['webhook-id', 'webhook-timestamp', 'webhook-signature'].map((name) => {
    const value = headers[name]
    return typeof value === 'string' ? value : ''
  })
  return id && timestamp && signatures ? { id, timestamp, signatures } : null
}

const freshSeconds = 5 * 60

function isFresh(timestamp: string): boolean {
  if (!/^\d{1,12}$/.test(timestamp)) return false
  return Math.abs(Math.floor(Date.now() / 1000) - Number(timestamp)) <= freshSeconds
}

/**
 * The library of Standard Webhooks computes it in JavaScript, 2 MB in a tenth of a second and for each secret anew. The
 * tests hold this against it.
 * @see https://github.com/standard-webhooks/standard-webhooks/blob/main/spec/standard-webhooks.md#verifying-webhook-authenticity
 */
function verifies(secret: string, body: Buffer, { id, timestamp, signatures }: Signature): boolean {
  const key = Buffer.from(secret.replace(/^whsec_/, ''), 'base64')
  const right = createHmac('sha256', key).update(`${id}.${timestamp}.`).update(body).digest()
  return signatures.split(' ').some((signature) => isV1(signature, right))
}

function isV1(signature: string, right: Buffer): boolean {
  const [version, value = ''] = signature.split(',')
  const presented = Buffer.from(value, 'base64')
  return version === 'v1' && presented.length === right.length && timingSafeEqual(presented, right)
}

const digest = (text: string): Buffer => createHash('sha256').update(text).digest()
