import { Prisma } from '../generated/client.ts'

/** What the rule of src/domain/notice/card-fate.ts asks about a notice `n`; these columns stand on `factJoins`. */
export const factColumns = Prisma.sql`
  n.kind, CASE WHEN n."failedAt" IS NOT NULL THEN coalesce(n.error, '') END AS cause,
  coalesce(h.status = 'open', false) AS "isUndecided",
  CASE WHEN h."cardTs" IS NOT NULL THEN 'stands' WHEN c.settled = false THEN 'waits'
    WHEN c."failedAt" IS NOT NULL THEN 'refused' ELSE 'nowhere' END AS card`

/** The handoff `h` that a notice `n` is about, and its latest card `c`. */
export const factJoins = Prisma.sql`
  LEFT JOIN "Handoff" h ON h.id = n."handoffId"
  LEFT JOIN LATERAL (
    SELECT a.id, a.state, a.settled, a.error, a."failedAt", a."startedAt" FROM "Notice" a
    WHERE a."handoffId" = n."handoffId" AND a.kind = 'card' ORDER BY a.position DESC LIMIT 1
  ) c ON true`
