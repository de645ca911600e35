import { createHash, timingSafeEqual } from 'node:crypto'
import { Webhook, WebhookVerificationError } from 'standardwebhooks'

/** Somebody who may send leads, and the secrets that prove it: two of a kind while one is being replaced. */
export interface IntakeSource {
  name: string
  /** Tokens for `Authorization: Bearer …`. */
  bearer: string[]
  /** Secrets `whsec_…` of Standard Webhooks signatures. */
  webhook: string[]
}

type Headers = Record<string, string | string[] | undefined>

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
export function sourceOfSignature(body: Buffer, headers: Headers, sources: IntakeSource[]): string | null {
  const signature = signatureOf(headers)
  if (!signature) return null
  const matching = sources.find(({ webhook }) => webhook.some((secret) => verifies(secret, body, signature)))
  return matching?.name ?? null
}

/** The three headers of a Standard Webhooks signature, `null` when one is missing. */
export function signatureOf(headers: Headers): Record<string, string> | null {
  const names = ['webhook-id', 'webhook-timestamp', 'webhook-signature']
  const present = names.flatMap((name) => {
    const value = headers[name]
    return typeof value === 'string' && value !== '' ? [[name, value] as const] : []
  })
  return present.length === names.length ? Object.fromEntries(present) : null
}

function verifies(secret: string, body: Buffer, signature: Record<string, string>): boolean {
  try {
    new Webhook(secret).verify(body, signature, { jsonParse: false })
    return true
  } catch (error) {
    if (error instanceof WebhookVerificationError) return false
    throw error
  }
}

const digest = (text: string): Buffer => createHash('sha256').update(text).digest()
