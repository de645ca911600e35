import { Prisma } from '../generated/client.ts'
import { oneWith } from './with-trait.ts'

/** The card `k` that a notice `n` is, or hangs below; and its handoff `h`. None of a notice that only speaks of a handoff. */
export const cardJoins: Prisma.Sql = Prisma.sql`
  LEFT JOIN "Notice" k ON k.kind = ${oneWith('isCard')}
    AND k.id = CASE WHEN n.kind = ${oneWith('isCard')} THEN n.id ELSE n.below END
  LEFT JOIN "Handoff" h ON h.id = k.about`

/** The same, and the latest card `c` of that handoff. */
export const factJoins: Prisma.Sql = Prisma.sql`
  ${cardJoins} LEFT JOIN LATERAL (
    SELECT a.settled, a."failedAt" FROM "Notice" a
    WHERE a.about = k.about AND a.kind = ${oneWith('isCard')} ORDER BY a.position DESC LIMIT 1
  ) c ON true`

/** What the rule of src/domain/notice/card-fate.ts asks about a notice `n`; these columns stand on `factJoins`. */
export const factColumns: Prisma.Sql = Prisma.sql`
  CASE WHEN k.id = n.id THEN 'itself' WHEN k.id IS NOT NULL THEN 'below' ELSE 'nothing' END AS "toCard",
  CASE WHEN n."failedAt" IS NOT NULL THEN coalesce(n.error, '') END AS cause,
  coalesce(h.status = 'open', false) AS "isUndecided",
  CASE WHEN h."cardTs" IS NOT NULL THEN 'stands' WHEN c.settled = false THEN 'waits'
    WHEN c."failedAt" IS NOT NULL THEN 'refused' ELSE 'nowhere' END AS card`
