import { WebAPIPlatformError } from '@slack/web-api'

/** What Slack said to a question, or why there is nothing it said. */
export type Answer<T> = { ok: true; value: T } | Refused

export interface Refused {
  ok: false
  /** Slack's own word for its refusal; `null` when no answer came. */
  code: string | null
  /** What happened, and what to do about it. */
  says: string
}

/** Asks, and turns a refusal into a value; `explain` words it. */
export async function answered<T>(
  question: Promise<T>,
  explain: (error: unknown) => { message: string },
): Promise<Answer<T>> {
  try {
    return { ok: true, value: await question }
  } catch (error) {
    const code = error instanceof WebAPIPlatformError ? error.data.error.slice(0, 80) : null
    return { ok: false, code, says: explain(error).message }
  }
}
