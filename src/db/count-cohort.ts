import type { Cohort, CohortQuestion } from '../domain/digest/cohort.ts'
import type { SliceKind } from '../domain/digest/slice-kind.ts'
import { noTally } from '../domain/digest/cohort.ts'
import type { Quote } from '../domain/digest/figures.ts'
import type { Tally } from '../domain/digest/tally.ts'
import { praiseCodes } from '../domain/reasons.ts'
import { workingMinutesBetween, type WorkingTime } from '../domain/working-hours.ts'
import { cohortQuery } from './cohort-query.ts'
import type { Handle } from './handle.ts'

/** One group of the cohort: by nothing, by one slice, by reason, praise, score, or time waited. */
interface Group extends Tally {
  kind: 'all' | SliceKind | 'reason' | 'praise' | 'score' | 'wall' | 'working' | 'since'
  key: string | null
  /** Of `since`: the hour of handing off and of expiring, counted from 1970. */
  opened: number | null
  ended: number | null
}

/** Counts the handoffs made in [from, to), tests left out, in one pass over them. */
export async function countCohort(db: Handle['db'], question: CohortQuestion): Promise<Cohort> {
  const [row] = await db.$queryRaw<{ groups: string | null; notes: string | null }[]>(cohortQuery(question))
  // The statement below wrote it.
  const groups = JSON.parse(row?.groups ?? '[]') as Group[]
  return cohortOf(groups, JSON.parse(row?.notes ?? '[]') as Quote[], question)
}

function cohortOf(groups: Group[], notes: Quote[], { now, working }: CohortQuestion): Cohort {
  const of = (kind: Group['kind']) => groups.filter((group) => group.kind === kind && group.key !== null)
  const endings = (kind: 'wall' | 'working') =>
    of(kind).map(({ key, accepted, rejected, expired, open }) => ({
      after: Number(key),
      decided: accepted + rejected,
      censored: expired + open,
    }))
  return {
    all: tallyOf(groups.find(({ kind }) => kind === 'all')),
    slices: (['source', 'campaign', 'persona', 'tier'] as const).flatMap((by) =>
      of(by).map((group) => ({ by, key: group.key ?? '', tally: tallyOf(group) })),
    ),
    reasons: of('reason').map(({ key, rejected }) => ({ code: key ?? '', count: rejected })),
    praise: praiseCodes.map((code) => ({
      code,
      count: of('praise').find(({ key }) => key === code)?.delivered ?? 0,
    })),
    scores: of('score').map(({ key, accepted, rejected }) => ({ score: Number(key), accepted, rejected })),
    waits: { wall: endings('wall'), working: [...endings('working'), ...undecided(groups, now, working)] },
    notes,
  }
}

/** How much working time the undecided have been waiting, to the hour. */
function undecided(groups: Group[], now: Date, working: WorkingTime) {
  return groups.flatMap(({ kind, opened, ended, delivered }) => {
    if (kind !== 'since' || opened === null) return []
    const until = ended === null ? now : new Date(ended * hourMs)
    const after = Math.floor(workingMinutesBetween(new Date(opened * hourMs), until, working))
    return [{ after, decided: 0, censored: delivered }]
  })
}

const hourMs = 3_600_000

function tallyOf(group: Group | undefined): Tally {
  if (!group) return noTally
  const { delivered, accepted, rejected, quality, expired, open, notYetDue, inTime } = group
  return { delivered, accepted, rejected, quality, expired, open, notYetDue, inTime }
}
