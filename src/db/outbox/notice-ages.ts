import type { PrismaClient } from '../generated/client.ts'

/** What Slack has not shown yet, and what it never will unless somebody helps. */
export interface NoticeAges {
  waiting: Aged
  failed: Aged
}

interface Aged {
  count: number
  /** When the oldest came, or was refused. */
  since: Date | null
  /** What Slack said to the oldest that has an answer. */
  error: string | null
}

interface Row {
  isFailed: boolean
  count: number
  since: Date
  error: string | null
}

/** What waits has no `failedAt`: it is taken away when something is sent again. */
export async function readNoticeAges(client: PrismaClient): Promise<NoticeAges> {
  const rows = await client.$queryRaw<Row[]>`
    SELECT state = 'failed' AS "isFailed", count(*)::int AS count, min(coalesce("failedAt", "createdAt")) AS since,
      (array_agg(error ORDER BY position) FILTER (WHERE error IS NOT NULL))[1] AS error
    FROM "Notice" WHERE settled = false OR state = 'failed' GROUP BY 1`
  const of = (isFailed: boolean): Aged => {
    const row = rows.find((each) => each.isFailed === isFailed)
    return row ? { ...row, since: new Date(row.since) } : { count: 0, since: null, error: null }
  }
  return { waiting: of(false), failed: of(true) }
}
