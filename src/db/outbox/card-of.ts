import { Prisma } from '../generated/client.ts'
import { oneWith } from './with-trait.ts'

/** The ids of the cards of a handoff: one for each channel that it was in. */
export const cardsOf = (handoffId: string): Prisma.Sql =>
  Prisma.sql`(SELECT id FROM "Notice" WHERE about = ${handoffId} AND kind = ${oneWith('isCard')})`

/** The id of the card that stands for it now. */
export const latestCardOf = (handoffId: string): Prisma.Sql => Prisma.sql`(
  SELECT id FROM "Notice" WHERE about = ${handoffId} AND kind = ${oneWith('isCard')} ORDER BY position DESC LIMIT 1)`
