import type { TroubleStore, Which } from '../../ports/trouble-store.ts'
import { isAffected, putBack, withChosen } from './chosen-notices.ts'
import { Prisma } from '../generated/client.ts'

type Moves = Pick<TroubleStore, 'countDigests' | 'moveDigests'>

/** What one channel refused, for another one. */
export function moveNotices(db: Prisma.TransactionClient, now: () => Date): Moves {
  return {
    countDigests: async (which) => {
      const [row] = await db.$queryRaw<{ count: number }[]>`
        ${withChosen(which)} SELECT count(*)::int AS count FROM "Notice" n WHERE ${isDigest(which)}`
      return row?.count ?? 0
    },
    moveDigests: async (which, to) => {
      await db.$executeRaw`
        INSERT INTO "Lane" (name, "freeAt") VALUES (${to}, ${now()}) ON CONFLICT (name) DO NOTHING`
      return db.$executeRaw`
        ${withChosen(which)} UPDATE "Notice" n SET lane = ${to}, ${putBack(now())} WHERE ${isDigest(which)}`
    },
  }
}

/** One that is posted stays where it is, with what hangs below it. */
const isDigest = (which: Which): Prisma.Sql => Prisma.sql`
  ${isAffected(which)} AND n.kind IN ('digest', 'digest-details', 'digest-trend', 'digest-csv', 'ledger')
    AND (n.kind = 'digest' OR n.content->>'below' IN (SELECT id FROM chosen WHERE kind = 'digest'))`
