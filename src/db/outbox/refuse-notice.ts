import {
  whenRefused,
  type Above,
  type CardPlace,
  type Fate,
  type ToCard,
} from '../../domain/notice/card-fate.ts'
import type { Attempt } from '../../ports/outbox.ts'
import { Prisma } from '../generated/client.ts'
import { isLatest } from './latest-attempt.ts'
import { cardJoins, factColumns, factJoins } from './notice-facts.ts'
import { putCardBack } from './put-card-back.ts'

export interface Refusal {
  error: string
  at: Date
  isDoubtful?: boolean
}

interface Row {
  handoffId: string | null
  toCard: ToCard
  isUndecided: boolean
  card: CardPlace
  channel: string | null
  cardTs: string | null
  aboveState: string | null
  aboveError: string | null
  isLatest: boolean
}

/** Writes down what the rule says of a refusal; `null` when the attempt has nothing more to say. */
export async function refuse(
  tx: Prisma.TransactionClient,
  attempt: Attempt,
  refusal: Refusal,
): Promise<Fate | null> {
  await lockHandoff(tx, attempt)
  const row = await factsOf(tx, attempt)
  if (!row) return null
  const fate = whenRefused({
    ...row,
    cause: refusal.error,
    above: aboveOf(row),
    isOutdated: isOutdated(row, attempt),
  })
  // That a card is gone is true whoever finds it out; all else is up to the attempt that was claimed last.
  if (!row.isLatest && fate.fate !== 'card-anew') return null
  await write(tx, attempt, { fate, refusal, handoffId: row.handoffId })
  return fate
}

/** Nobody decides the lead of the card, moves it or posts the card until the transaction ends. */
async function lockHandoff(tx: Prisma.TransactionClient, { id }: Attempt): Promise<void> {
  await tx.$queryRaw`
    SELECT id FROM "Handoff"
    WHERE id = (SELECT h.id FROM "Notice" n ${cardJoins} WHERE n.id = ${id}) FOR UPDATE`
}

async function factsOf(tx: Prisma.TransactionClient, attempt: Attempt): Promise<Row | undefined> {
  const [row] = await tx.$queryRaw<Row[]>`
    SELECT h.id AS "handoffId", ${factColumns}, h.channel, h."cardTs", n.attempts = ${attempt.attempts} AS "isLatest",
      above.state AS "aboveState", above.error AS "aboveError"
    FROM "Notice" n ${factJoins} LEFT JOIN "Notice" above ON above.id = n.below
    WHERE n.id = ${attempt.id}`
  return row
}

function aboveOf({ aboveState: state, aboveError: cause }: Row): Above | null {
  if (state !== 'failed' && state !== 'dropped') return null
  return { fate: state === 'failed' ? 'kept' : 'given-up', cause: cause ?? '' }
}

/** Whether the lead has another card now than the attempt was at, or none, or one at last. */
function isOutdated({ channel, cardTs }: Row, { card }: Attempt): boolean {
  return (card?.ts ?? null) !== cardTs || (card !== null && card.channel !== channel)
}

async function write(
  tx: Prisma.TransactionClient,
  attempt: Attempt,
  { fate, refusal, handoffId }: { fate: Fate; refusal: Refusal; handoffId: string | null },
): Promise<void> {
  const { error, at, isDoubtful = false } = refusal
  switch (fate.fate) {
    case 'kept':
    case 'given-up': {
      const [state, failedAt] = fate.fate === 'kept' ? ['failed', at] : ['dropped', null]
      return settle(
        tx,
        attempt,
        Prisma.sql`state = ${state}, settled = true, error = ${fate.cause}, "failedAt" = ${failedAt}::timestamptz,
          "startedAt" = CASE WHEN ${isDoubtful} THEN n."startedAt" END`,
      )
    }
    case 'card-anew': {
      const isInDoubt = handoffId !== null && (await putCardBack(tx, handoffId, at))
      // One that is found instead shows an earlier state, and is drawn anew; a new one shows all of it.
      return settle(
        tx,
        attempt,
        isInDoubt
          ? putBackAsNew(at)
          : Prisma.sql`state = 'dropped', settled = true, error = ${`${error}; the card is posted anew`}`,
      )
    }
    case 'again':
      return settle(tx, attempt, putBackAsNew(at))
  }
}

const putBackAsNew = (at: Date): Prisma.Sql =>
  Prisma.sql`"startedAt" = NULL, state = 'pending', "dueAt" = ${at}, error = NULL`

async function settle(tx: Prisma.TransactionClient, attempt: Attempt, change: Prisma.Sql): Promise<void> {
  await tx.$executeRaw`UPDATE "Notice" n SET ${change} WHERE ${isLatest(attempt)}`
}
