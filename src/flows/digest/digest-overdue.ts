import { digestDueAt, weekToReport } from '../../domain/calendar/week.ts'
import type { Deps } from '../../ports/deps.ts'

/** For how long the weekly digest has been due and is not done. */
export async function digestOverdueMs({ db, now }: Pick<Deps, 'db' | 'now'>): Promise<number> {
  const { zone, digest } = (await db.playbooks.current()).document
  const at = now()
  if (await db.digests.find('marketing', weekToReport(at, zone, digest))) return 0
  return at.getTime() - digestDueAt(at, zone, digest).getTime()
}
