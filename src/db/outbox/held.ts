import type { Held } from '../../ports/outbox.ts'
import { Prisma } from '../generated/client.ts'

/** The attempt that was claimed last; one that lost its lease meanwhile has nothing more to say. */
export const isHeld = ({ id, attempts }: Held): Prisma.Sql =>
  Prisma.sql`id = ${id} AND attempts = ${attempts}`
