import { z } from 'zod'

/** What listens where leads come in. `stuck`: something, and it does not answer. */
export type BatonState =
  | { is: 'silent' | 'stuck' | 'other' }
  | { is: 'ready' | 'not-ready'; says: string }
  | { is: 'degraded'; says: string; what: string[] }

/** Longer than a Baton waits for its database before it says so. */
const timeoutMs = 9_000
const readySchema = z.object({
  ready: z.boolean(),
  degraded: z.array(z.string()),
  checks: z.record(z.string(), z.unknown()),
})

/** Asks `/readyz`, which a Baton alone answers in this shape. */
export async function askBaton(url: string): Promise<BatonState> {
  try {
    const response = await fetch(`${url}/readyz`, { signal: AbortSignal.timeout(timeoutMs) })
    const ready = readySchema.safeParse(fromJson(await response.text()))
    if (!ready.success) return { is: 'other' }
    const says = Object.entries(ready.data.checks).map(([name, check]) => `${name}: ${wordsOf(check)}`)
    return judged(ready.data, says.join('; '))
  } catch (error) {
    if (error instanceof DOMException && error.name === 'TimeoutError') return { is: 'stuck' }
    return { is: isNobody(error) ? 'silent' : 'other' }
  }
}

function judged({ ready, degraded }: z.infer<typeof readySchema>, says: string): BatonState {
  if (!ready) return { is: 'not-ready', says }
  return degraded.length > 0 ? { is: 'degraded', says, what: degraded } : { is: 'ready', says }
}

const wordsOf = (check: unknown): string => (typeof check === 'string' ? check : JSON.stringify(check))

function fromJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch (error) {
    if (error instanceof SyntaxError) return null
    throw error
  }
}

/** Nobody listens there, or there is no such address. */
export function isNobody(error: unknown): boolean {
  const { cause } = error instanceof Error ? error : { cause: undefined }
  return cause instanceof Error && 'code' in cause && nobody.has(String(cause.code))
}
const nobody = new Set([
  'ECONNREFUSED',
  'EADDRNOTAVAIL',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'ENOTFOUND',
  'EAI_AGAIN',
])
