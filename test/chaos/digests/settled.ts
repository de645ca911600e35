import { setTimeout as sleep } from 'node:timers/promises'
import type { Client } from 'pg'
import type { MovedClock } from '../clock/moved-clock.ts'

interface Waiting {
  unsettled: number
  /** When the latest of the posts that are under way began, by the bots' clock. */
  begunAt: Date | null
  isMade: boolean
}

/** After this long nothing that a killed process sent can still be on its way to the sandbox. */
const landedMs = 2_500
const leaseMs = 13_000

/**
 * Waits until the digest of a week was made and everything of it was sent. The lease of a sender that was killed is not waited
 * for: once what it sent must have landed, the clock is set past its end.
 * @returns whether it came to that in time
 */
export async function settled(
  client: Client,
  { week, clock, seconds }: { week: string; clock: MovedClock; seconds: number },
): Promise<boolean> {
  const end = performance.now() + seconds * 1000
  while (performance.now() < end) {
    const { unsettled, begunAt, isMade } = await read(client, week)
    if (isMade && unsettled === 0) return true
    const hasLanded = begunAt !== null && clock.now().getTime() - begunAt.getTime() > landedMs
    if (isMade && hasLanded) clock.set(new Date(clock.now().getTime() + leaseMs))
    await sleep(isMade && hasLanded ? 300 : 50)
  }
  return false
}

async function read(client: Client, week: string): Promise<Waiting> {
  const { rows } = await client.query<Waiting>(
    `SELECT count(*)::int AS unsettled, max("startedAt") FILTER (WHERE state = 'sending') AS "begunAt",
      EXISTS (SELECT 1 FROM "DigestRun" WHERE week = $1) AS "isMade"
    FROM "Notice" WHERE NOT settled`,
    [week],
  )
  return rows[0] ?? { unsettled: 0, begunAt: null, isMade: false }
}
