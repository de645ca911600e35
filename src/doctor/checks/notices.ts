import type { NoticeAges } from '../../db/outbox/notice-ages.ts'
import { ok, problem, skipped, warning, type Finding } from '../finding.ts'
import type { Patient } from '../patient.ts'

/** What is older than a queue of that length takes, and these minutes more, has been forgotten by somebody. */
const lateMinutes = 5
const stuckMinutes = 30

/** Does what Slack must show get there? */
export async function notices({ database, now, draft }: Patient): Promise<Finding[]> {
  const view = await database()
  if (view.state !== 'open' || view.migrations.missing.length > 0)
    return [skipped('notices', 'they are in the database; see there')]
  return judge(await view.notices(), now(), draft.delivery.postsPerSecond)
}

/** Without a pace, it is Slack's own: about one message a second and channel. */
export function judge({ waiting, failed }: NoticeAges, now: Date, postsPerSecond = 1): Finding[] {
  const found = [...refused(failed, now), ...late(waiting, now, postsPerSecond)]
  return found.length > 0 ? found : [ok('notices', `${waiting.count} waiting, none refused`)]
}

function refused({ count, since, error }: NoticeAges['failed'], now: Date): Finding[] {
  if (!since) return []
  const says = `${count} refused by Slack for good${because(error)}, the oldest ${ago(since, now)}`
  const look = 'npm run baton -- outbox send-again --yes.'
  return [problem('notices', says, `Mend what Slack named, then: ${look}`)]
}

function late({ count, since, error }: NoticeAges['waiting'], now: Date, postsPerSecond: number): Finding[] {
  const overdue = since ? minutes(since, now) - count / postsPerSecond / 60 : 0
  if (!since || overdue < lateMinutes) return []
  const says = `${count} waiting to be posted${because(error)}, the oldest ${ago(since, now)}`
  const look = 'See npm run baton -- outbox.'
  const judged = overdue >= stuckMinutes ? problem : warning
  return [judged('notices', says, `Is Baton running and Slack connected? ${look}`)]
}

const because = (error: string | null): string => (error === null ? '' : ` (${error})`)
const minutes = (since: Date, now: Date): number => (now.getTime() - since.getTime()) / 60_000

function ago(since: Date, now: Date): string {
  const passed = Math.max(0, Math.floor(minutes(since, now)))
  if (passed < 120) return `${passed} min ago`
  return passed < 2 * 24 * 60 ? `${Math.floor(passed / 60)} h ago` : `${Math.floor(passed / 1440)} days ago`
}
