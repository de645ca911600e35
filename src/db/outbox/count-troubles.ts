import { holdsLead, type Unshown } from '../../domain/notice/card-fate.ts'
import type { Trouble } from '../../domain/notice/trouble.ts'
import type { Prisma } from '../generated/client.ts'
import { factColumns, factJoins } from './notice-facts.ts'
import { oneWith } from './with-trait.ts'

/** Leads of which the same was refused for the same cause, counted together. */
interface Row extends Trouble {
  unshown: Unshown[]
}

/** What was refused, by lane and cause, the oldest first. */
export async function countTroubles(db: Prisma.TransactionClient): Promise<Trouble[]> {
  const troubles = new Map<string, Trouble>()
  for (const { unshown, ...row } of await rowsOf(db)) {
    const key = JSON.stringify([row.lane, row.cause, row.isReport])
    const known = troubles.get(key) ?? { ...row, count: 0, leads: 0, tries: 0, since: new Date(row.since) }
    troubles.set(key, {
      ...known,
      count: known.count + row.count,
      leads: known.leads + (unshown.some(isOfLead) ? row.leads : 0),
      tries: known.tries + row.tries,
    })
  }
  return [...troubles.values()]
}

/** The card itself; or the word that it is out of reach. */
const isOfLead = (unshown: Unshown): boolean => unshown.toCard === 'itself' || holdsLead(unshown)

function rowsOf(db: Prisma.TransactionClient) {
  return db.$queryRaw<Row[]>`
    WITH refused AS (
      SELECT n.lane, n.attempts, n."failedAt", n.kind = ${oneWith('isReport')} AS "isReport", h.id AS "handoffId",
        ${factColumns} FROM "Notice" n ${factJoins}
      WHERE n."failedAt" IS NOT NULL
    ), by_lead AS (
      SELECT lane, cause, "isReport", count(*) AS count, sum(attempts) AS tries, min("failedAt") AS since,
        jsonb_agg(DISTINCT (
          SELECT to_jsonb(facts) FROM (SELECT "toCard", cause, "isUndecided", card) facts
        )) AS unshown
      FROM refused GROUP BY 1, 2, 3, "handoffId"
    )
    SELECT lane, cause, "isReport", unshown, sum(count)::int AS count, count(*)::int AS leads, sum(tries)::int AS tries,
      min(since) AS since
    FROM by_lead GROUP BY 1, 2, 3, 4 ORDER BY since, lane, cause`
}
