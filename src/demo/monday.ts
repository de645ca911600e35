import { weekBounds, weekOf } from '../domain/calendar/week.ts'
import { settled, type Stage } from './stage.ts'
import type { DemoClock } from './demo-clock.ts'

/** A little after nine, when the digest of the week before is due. */
const nineMs = 9.02 * 3_600_000

/** The next Monday at nine, in the playbook's zone. */
async function nextMonday({ baton }: Stage, now: Date): Promise<Date> {
  const { zone } = (await baton.deps.db.playbooks.current()).document
  return new Date(weekBounds(weekOf(now, zone), zone).to.getTime() + nineMs)
}

/** Moves the clock there and lets Baton do what is due. */
export async function skipToMonday(stage: Stage, clock: DemoClock): Promise<void> {
  clock.forwardTo(await nextMonday(stage, clock.now()))
  await stage.baton.lookNow()
  await settled(stage)
}
