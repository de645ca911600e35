import { slack } from '../../domain/notice/courier.ts'
import type { TroubleStore, Which } from '../../ports/trouble-store.ts'
import { isAffected, putBack, withChosen } from './chosen-notices.ts'
import { Prisma } from '../generated/client.ts'
import { takeLane } from './save-notices.ts'
import { oneWith } from './with-trait.ts'

type Moves = Pick<TroubleStore, 'countDigests' | 'moveDigests'>

/** What one channel refused, for another one. */
export function moveNotices(db: Prisma.TransactionClient, now: () => Date): Moves {
  return {
    countDigests: async (which) => {
      const [row] = await db.$queryRaw<{ count: number }[]>`
        ${withChosen(which)} SELECT count(*)::int AS count FROM "Notice" n WHERE ${isOfDigest(which)}`
      return row?.count ?? 0
    },
    moveDigests: async (which, to) => {
      await takeLane(db, { lane: to, courier: slack, now: now() })
      return db.$executeRaw`
        ${withChosen(which)} UPDATE "Notice" n SET lane = ${to}, ${putBack(now())} WHERE ${isOfDigest(which)}`
    },
  }
}

/** A digest, and what hangs below it. Of one that is posted nothing moves: its thread is where it is. */
const isOfDigest = (which: Which): Prisma.Sql => Prisma.sql`
  ${isAffected(which)} AND coalesce(n.below, n.id) IN (SELECT id FROM chosen WHERE kind = ${oneWith('isDigest')})`
