import type { Attempt } from '../../ports/outbox.ts'
import { Prisma } from '../generated/client.ts'

/** Only the attempt that was claimed last may change its notice: another one has lost its lease. */
export const isLatest = ({ id, attempts }: Attempt): Prisma.Sql =>
  Prisma.sql`id = ${id} AND attempts = ${attempts}`
