import type { DatabaseView } from '../../db/inspect.ts'
import type { Answer } from '../../slack/inspect/answer.ts'
import type { SlackTime } from '../../slack/inspect/slack-time.ts'
import { ok, problem, skipped, warning, type Finding } from '../finding.ts'
import type { Patient } from '../patient.ts'

/** Beyond this, Slack's signed requests and senders' webhooks come near to being refused as too old. */
const wrongSeconds = 60
const oddSeconds = 10

/** Is it the same time here, at Slack and in the database? */
export async function clock({ slack, database, isWrong }: Patient): Promise<Finding[]> {
  // Another server than the one that was meant is not asked.
  const asked = isWrong('SLACK_API_URL') ? null : slack.time()
  const [time, view] = await Promise.all([asked, database()])
  return [...againstSlack(time), ...againstDatabase(view)]
}

function againstSlack(answer: Answer<SlackTime> | null): Finding[] {
  if (!answer?.ok) return [skipped('clock', 'Slack could not be asked for the time')]
  const { slack, asked, answered } = answer.value
  const here = (asked.getTime() + answered.getTime()) / 2
  // Slack's time is cut to the second.
  return [judge((here - slack.getTime() - 500) / 1000)]
}

function judge(aheadSeconds: number): Finding {
  const off = Math.round(Math.abs(aheadSeconds))
  if (off <= oddSeconds) return ok('clock', 'this machine and Slack agree')
  const says = `this machine is ${off} s ${aheadSeconds > 0 ? 'ahead of' : 'behind'} Slack`
  const todo = 'Let the machine set its clock by NTP (timedatectl set-ntp true).'
  if (off <= wrongSeconds) return warning('clock', says, todo)
  return problem('clock', `${says}: signed requests and webhooks are refused beyond 300 s`, todo)
}

/** PGlite lives in this process and has its clock. */
export function againstDatabase(view: DatabaseView): Finding[] {
  if (view.state !== 'open' || view.kind === 'PGlite') return []
  const off = Math.round(Math.abs(view.clockAheadMs) / 1000)
  if (off <= oddSeconds) return []
  const says = `the database is ${off} s ${view.clockAheadMs > 0 ? 'ahead of' : 'behind'} this machine`
  return [warning('clock', says, 'Let both machines set their clocks by NTP.')]
}
