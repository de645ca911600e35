import type { NoticeAges } from '../../db/notice-ages.ts'
import { ok, problem, skipped, warning, type Finding } from '../finding.ts'
import type { Patient } from '../patient.ts'

const look = 'npm run baton -- outbox shows them and sends them again.'
const lateMinutes = 5
const stuckMinutes = 30

/** Does what Slack must show get there? */
export async function notices({ database, now }: Patient): Promise<Finding[]> {
  const view = await database()
  if (view.state !== 'open' || view.migrations.missing.length > 0)
    return [skipped('notices', 'they are in the database; see there')]
  return judge(await view.notices(), now())
}

export function judge({ waiting, failed }: NoticeAges, now: Date): Finding[] {
  const found: Finding[] = []
  if (failed.since)
    found.push(
      problem(
        'notices',
        `${failed.count} refused by Slack for good${because(failed.error)}, the oldest ${ago(failed.since, now)}`,
        `Mend what Slack named, then: ${look}`,
      ),
    )
  if (waiting.since && minutes(waiting.since, now) >= lateMinutes)
    found.push(
      (minutes(waiting.since, now) >= stuckMinutes ? problem : warning)(
        'notices',
        `${waiting.count} waiting to be posted${because(waiting.error)}, the oldest ${ago(waiting.since, now)}`,
        `Is Baton running and Slack connected? ${look}`,
      ),
    )
  return found.length > 0 ? found : [ok('notices', `${waiting.count} waiting, none refused`)]
}

const because = (error: string | null): string => (error === null ? '' : ` (${error})`)
const minutes = (since: Date, now: Date): number => (now.getTime() - since.getTime()) / 60_000

function ago(since: Date, now: Date): string {
  const passed = Math.max(0, Math.floor(minutes(since, now)))
  if (passed < 120) return `${passed} min ago`
  return passed < 2 * 24 * 60 ? `${Math.floor(passed / 60)} h ago` : `${Math.floor(passed / 1440)} days ago`
}
