import { subYears } from 'date-fns/subYears'
import { longestChange, type LedgerEntry, type Target } from '../../domain/ledger/entry.ts'
import type { Notice } from '../../domain/notice/notice.ts'
import { severalLines } from '../../domain/text/visible-text.ts'
import { allow, refuse, type Outcome } from '../../domain/handoff/refusal.ts'
import { dayOf, isDay, startOfDay } from '../../domain/calendar/day.ts'
import { isTooLong } from '../../domain/text/too-long.ts'
import { isCounted } from '../../domain/digest/targets.ts'
import { answerableDigest, audience } from './answerable-digest.ts'
import type { Deps } from '../../ports/deps.ts'

export interface LedgerAnswer {
  /** One answer has one id, however often it is sent. */
  id: string
  userId: string
  week: string
}

export interface Change extends LedgerAnswer {
  target: Target
  what: string
  /** From which day on the change is in force, `yyyy-MM-dd` in the workspace's zone; today when not said. */
  day: string | null
}

/** Marketing changed something after a digest: the ledger keeps what and where, and it is measured four weeks later. */
export async function recordChange(
  deps: Deps,
  { target, what, day, ...answer }: Change,
): Promise<Outcome<LedgerEntry>> {
  const digest = await answerableDigest(deps, answer)
  if (!digest.ok) return digest
  if (!isCounted(target, digest.value)) return refuse({ kind: 'change-target' })
  const said = severalLines(what)
  if (said === '') return refuse({ kind: 'change-empty' })
  if (isTooLong(said, longestChange)) return refuse({ kind: 'too-long', field: 'what', most: longestChange })
  const since = await sinceOf(deps, day)
  return since.ok ? record(deps, answer, { kind: 'changed', target, what: said, since: since.value }) : since
}

/** When the day begins on which a change took force: a day that there is, of the last year. */
async function sinceOf(deps: Deps, day: string | null): Promise<Outcome<Date>> {
  const { zone } = (await deps.db.playbooks.current()).document
  const named = day ?? dayOf(deps.now(), zone)
  if (!isDay(named)) return refuse({ kind: 'change-day' })
  const since = startOfDay(named, zone)
  if (since > deps.now()) return refuse({ kind: 'change-in-future' })
  return since < subYears(deps.now(), 1) ? refuse({ kind: 'change-day' }) : allow(since)
}

/** Marketing has read the digest and puts off a change. Said once a person and week. */
export async function postponeChange(
  deps: Deps,
  { userId, week }: Omit<LedgerAnswer, 'id'>,
): Promise<Outcome<LedgerEntry>> {
  const digest = await answerableDigest(deps, { userId, week })
  if (!digest.ok) return digest
  const answer = { id: `not-now:${week}:${userId}`, userId, week }
  const target: Target = { by: 'all', key: '' }
  return record(deps, answer, { kind: 'not-now', target, what: '', since: deps.now() })
}

async function record(
  deps: Deps,
  { id, userId, week }: LedgerAnswer,
  said: Pick<LedgerEntry, 'kind' | 'target' | 'what' | 'since'>,
): Promise<Outcome<LedgerEntry>> {
  const entry: LedgerEntry = { id, week, ...said, by: userId, at: deps.now(), measured: null }
  const isNew = await deps.db.ledger.add(entry, await noticesOf(deps, entry))
  return isNew ? allow(entry) : refuse({ kind: 'told-already' })
}

/** Everybody reads it below the digest, in the channel of that time. */
async function noticesOf(deps: Deps, { id, week }: LedgerEntry): Promise<Notice[]> {
  const digest = await deps.db.digests.noticeOf(audience, week)
  if (digest === null) return []
  const content = { kind: 'ledger', entryId: id } as const
  return [{ id: deps.newId(), lane: digest.lane, below: { notice: digest.id }, content }]
}
