import type { Cohort, CohortQuestion } from '../../domain/digest/cohort.ts'
import type { Quote } from '../../domain/digest/figures.ts'
import { sliceKinds, type SliceKind } from '../../domain/digest/slice-kind.ts'
import { withoutContact, type Contact } from '../../domain/digest/without-contact.ts'
import type { Tally } from '../../domain/digest/tally.ts'
import { praiseCodes } from '../../domain/handoff/reasons.ts'
import { cohortQuery } from './cohort-query.ts'
import type { Handle } from '../stores/handle.ts'
import { scoresOf, spreadsOf, waitsOf, type SpreadColumns } from './cohort-spreads.ts'

/** One group of the cohort: by nothing, by one slice, by reason or by praise. */
type Group = [kind: 'all' | SliceKind | 'reason' | 'praise', key: string | null, ...counts: Counts]

/** A note, and whose lead it is about. */
type Note = Quote & { contact: Contact }

const quoteOf = ({ reason, note, source, contact }: Note): Quote => ({
  reason,
  note: withoutContact(note, contact),
  source,
})

interface Row {
  groups: string | null
  spreads: string | null
  notes: string | null
}

/** Counts the handoffs made in [from, to), tests left out, in one pass over them. */
export async function countCohort(db: Handle['db'], question: CohortQuestion): Promise<Cohort> {
  const [row] = await db.$queryRaw<Row[]>(cohortQuery(question))
  // The statement wrote them, in this order.
  const groups = JSON.parse(row?.groups ?? '[]') as Group[]
  const spreads = (JSON.parse(row?.spreads ?? '[]') as SpreadColumns[]).flatMap(spreadsOf)
  const notes = (JSON.parse(row?.notes ?? '[]') as Note[]).map(quoteOf)
  return { ...talliesOf(groups), scores: scoresOf(spreads), waits: waitsOf(spreads, question), notes }
}

function talliesOf(groups: Group[]): Pick<Cohort, 'all' | 'slices' | 'reasons' | 'praise'> {
  const of = (wanted: Group[0]) =>
    groups.flatMap(([kind, key, ...counts]) =>
      kind === wanted && key !== null ? [{ key, tally: tallyOf(counts) }] : [],
    )
  const [, , ...all] = groups.find(([kind]) => kind === 'all') ?? ['all', null, ...none]
  const praised = new Map(of('praise').map(({ key, tally }) => [key, tally.delivered]))
  return {
    all: tallyOf(all),
    slices: sliceKinds.flatMap((by) => of(by).map((group) => ({ by, ...group }))),
    reasons: of('reason').map(({ key, tally }) => ({ code: key, count: tally.rejected })),
    praise: praiseCodes.map((code) => ({ code, count: praised.get(code) ?? 0 })),
  }
}

const none: Counts = [0, 0, 0, 0, 0, 0, 0, 0]
type Counts = [number, number, number, number, number, number, number, number]

function tallyOf([delivered, accepted, rejected, quality, expired, open, notYetDue, inTime]: Counts): Tally {
  return { delivered, accepted, rejected, quality, expired, open, notYetDue, inTime }
}
