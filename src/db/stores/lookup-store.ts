import type { Miss } from '../../domain/digest/figures.ts'
import type { LookupStore } from '../../ports/lookup-store.ts'
import type { Prisma } from '../generated/client.ts'

export function lookupStore(db: Prisma.TransactionClient): LookupStore {
  return {
    countMiss: async (kind, term, at) => {
      await db.$executeRaw`
        INSERT INTO "LookupMiss" (kind, term, at, count) VALUES (${kind}, ${term}, ${at}, 1)
        ON CONFLICT (kind, term, at) DO UPDATE SET count = "LookupMiss".count + 1`
    },
    // The bytes decide between equals: no two servers agree on an alphabet.
    misses: ({ from, to }, limit) => db.$queryRaw<Miss[]>`
      SELECT term, sum(count)::int AS count FROM "LookupMiss" WHERE at >= ${from} AND at < ${to}
      GROUP BY term ORDER BY sum(count) DESC, term COLLATE "C" LIMIT ${limit}`,
  }
}
