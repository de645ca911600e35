import { z } from 'zod'

/** What listens where leads come in. `stuck`: something, and it does not answer. */
export type BatonState = { is: 'silent' | 'stuck' | 'other' } | { is: 'ready' | 'not-ready'; says: string }

const timeoutMs = 4_000
const readySchema = z.object({ ready: z.boolean(), checks: z.record(z.string(), z.unknown()) })

/** Asks `/readyz`, which a Baton alone answers in this shape. */
export async function askBaton(url: string): Promise<BatonState> {
  try {
    const response = await fetch(`${url}/readyz`, { signal: AbortSignal.timeout(timeoutMs) })
    const ready = readySchema.safeParse(fromJson(await response.text()))
    if (!ready.success) return { is: 'other' }
    const says = Object.entries(ready.data.checks).map(([name, check]) => `${name}: ${wordsOf(check)}`)
    return { is: ready.data.ready ? 'ready' : 'not-ready', says: says.join('; ') }
  } catch (error) {
    if (error instanceof DOMException && error.name === 'TimeoutError') return { is: 'stuck' }
    return { is: isNobody(error) ? 'silent' : 'other' }
  }
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

/** Nobody listens there. */
export function isNobody(error: unknown): boolean {
  const { cause } = error instanceof Error ? error : { cause: undefined }
  return cause instanceof Error && 'code' in cause && cause.code === 'ECONNREFUSED'
}
