import { setTimeout as sleep } from 'node:timers/promises'
import type { Client } from 'pg'
import type { MovedClock } from '../clock/moved-clock.ts'

/** How long bots leave a doubtful post alone; their leases are ten seconds longer. */
export const settleSeconds = 10
const leaseMs = (settleSeconds + 11) * 1000
/** After this long nothing that a killed process sent can still be on its way to the sandbox: both are on this machine. */
const landedMs = 500

interface Wait {
  week: string
  clock: MovedClock
  /** Whether the process of that name was killed. */
  isOfDead: (owner: string) => boolean
  seconds: number
}

/**
 * Waits until the digest of a week was made and everything of it was sent. The lease of a sender that was killed is not waited
 * for: once what it sent must have landed, and while nobody alive is sending, the clock is set past its end.
 * @returns whether it came to that in time
 */
export async function settled(client: Client, { week, clock, isOfDead, seconds }: Wait): Promise<boolean> {
  const end = performance.now() + seconds * 1000
  let orphanedSince: number | null = null
  while (performance.now() < end) {
    const { unsettled, owners, isMade } = await read(client, week)
    if (isMade && unsettled === 0) return true
    const isOrphaned = isMade && owners.length > 0 && owners.every(isOfDead)
    orphanedSince = isOrphaned ? (orphanedSince ?? performance.now()) : null
    if (orphanedSince !== null && performance.now() - orphanedSince > landedMs) {
      clock.set(new Date(clock.now().getTime() + leaseMs))
      orphanedSince = null
    }
    await sleep(50)
  }
  return false
}

interface Waiting {
  unsettled: number
  /** Who holds a channel at this moment. */
  owners: string[]
  isMade: boolean
}

async function read(client: Client, week: string): Promise<Waiting> {
  const { rows } = await client.query<Waiting>(
    `SELECT (SELECT count(*)::int FROM "Notice" WHERE NOT settled) AS unsettled,
      (SELECT coalesce(array_agg("leasedBy"), '{}') FROM "Lane" WHERE "leasedBy" IS NOT NULL) AS owners,
      EXISTS (SELECT 1 FROM "DigestRun" WHERE week = $1) AS "isMade"`,
    [week],
  )
  return rows[0] ?? { unsettled: 0, owners: [], isMade: false }
}
