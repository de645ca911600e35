import { slack } from '../../domain/notice/courier.ts'
import { hasTrait } from '../../domain/notice/kinds.ts'
import type { Below, Notice } from '../../domain/notice/notice.ts'
import { json } from '../rows/json.ts'
import { Prisma } from '../generated/client.ts'
import { latestCardOf } from './card-of.ts'

/**
 * The statements that put notices into the outbox, in the order given. They are the last ones of their transaction.
 *
 * Writers to one lane wait for each other until the transaction ends. Without that, a notice could be committed after
 * another one of a higher position, and the lane would be sent in the wrong order. Nothing else is locked after the
 * lanes, so no circle of waiting can form.
 */
export function insertNotices(
  db: Prisma.TransactionClient,
  notices: Notice[],
  now: Date,
): Prisma.PrismaPromise<unknown>[] {
  const rows = notices.map((notice) => ({ courier: slack, ...notice }))
  const lanes = new Map(rows.map(({ lane, courier }) => [lane, courier]))
  const inOneOrder = [...lanes].toSorted(([a], [b]) => (a < b ? -1 : 1))
  return [
    ...inOneOrder.map(([lane, courier]) => takeLane(db, { lane, courier, now })),
    ...rows.map((row) => insertNotice(db, row, now)),
  ]
}

type Lane = Required<Pick<Notice, 'lane' | 'courier'>>

/** Makes the lane where it is new, and waits until nobody else writes to it. */
export function takeLane(db: Prisma.TransactionClient, { lane, courier, now }: Lane & { now: Date }) {
  return db.$executeRaw`
    INSERT INTO "Lane" (name, courier, "freeAt")
    SELECT ${lane}, ${courier}, ${now} FROM pg_advisory_xact_lock(hashtext(${`lane ${lane}`}))
    ON CONFLICT (name) DO NOTHING`
}

/**
 * A redrawn notice that still waits serves for the new one too, as it is drawn when it is delivered. Its row is locked:
 * the courier can't draw it before this transaction has committed what it must show. A lane of another courier can't be
 * written to: it is not found, and the column refuses to be empty.
 */
function insertNotice(db: Prisma.TransactionClient, row: Notice & Lane, now: Date) {
  const { id, lane, courier, about = null, content } = row
  const { kind } = content
  return db.$executeRaw`
    WITH above AS (SELECT ${idOf(row.below)} AS id), waiting AS (
      SELECT n.id FROM "Notice" n WHERE ${hasTrait(kind, 'isRedrawn')} AND n.below = (SELECT id FROM above)
        AND n.kind = ${kind} AND n.state = 'pending' FOR UPDATE
    )
    INSERT INTO "Notice" (id, lane, kind, content, about, below, "dueAt", "createdAt")
    SELECT ${id}, (SELECT name FROM "Lane" WHERE name = ${lane} AND courier = ${courier}), ${kind},
      ${JSON.stringify(json(content))}::jsonb, ${about}, above.id, ${now}, ${now}
    FROM above WHERE NOT EXISTS (SELECT 1 FROM waiting)`
}

function idOf(below: Below | undefined): Prisma.Sql {
  if (!below) return Prisma.sql`NULL::text`
  return 'cardOf' in below ? latestCardOf(below.cardOf) : Prisma.sql`${below.notice}::text`
}
