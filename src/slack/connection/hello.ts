import { z } from 'zod'

const helloSchema = z.object({ type: z.literal('hello'), num_connections: z.number() })

/** How many connections Slack counts for the app, from the greeting of a new one; `null` for any other message. */
export function connectionsOf(data: unknown): number | null {
  if (typeof data !== 'string' || !data.includes('"hello"')) return null
  try {
    return helloSchema.safeParse(JSON.parse(data)).data?.num_connections ?? null
  } catch {
    // Not JSON: the client itself says so.
    return null
  }
}
