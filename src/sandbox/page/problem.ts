import { ZodError } from 'zod'
import { NotDelivered } from '../transport/not-delivered.ts'

/** What went wrong, for the page to say it in the reader's language. */
export interface Problem {
  /** Slack's code, or `other`. */
  code: 'dispatch_failed' | 'operation_timeout' | 'other'
  detail: string
}

export function problemOf(error: unknown): Problem {
  if (error instanceof NotDelivered) return { code: error.code, detail: error.message }
  if (error instanceof ZodError)
    return { code: 'other', detail: error.issues.map((i) => i.message).join('; ') }
  return { code: 'other', detail: error instanceof Error ? error.message : String(error) }
}
