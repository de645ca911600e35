import { setTimeout as sleep } from 'node:timers/promises'
import type { Outbox } from '../../src/ports/outbox.ts'
import type { Team } from './team.ts'

type Counts = Awaited<ReturnType<Outbox['counts']>>

const patienceSeconds = 30

/**
 * Waits until so much waits or has failed. No question is left open afterwards, which a bot that stops meanwhile would
 * not answer any more.
 * @throws Error naming what did not come in time
 */
export async function waitForCounts(
  { baton }: Team,
  fits: (counts: Counts) => boolean,
  what: string,
): Promise<void> {
  const end = performance.now() + patienceSeconds * 1000
  while (!fits(await baton.outbox.counts())) {
    if (performance.now() > end) throw new Error(`waited ${patienceSeconds} s in vain for ${what}`)
    await sleep(5)
  }
}

/** Waits until everything that was saved is shown. */
export const settled = (team: Team): Promise<void> =>
  waitForCounts(team, ({ waiting }) => waiting === 0, 'everything to be shown')
