import type { Prisma } from './generated/client.ts'

/** Prisma's client, or the handle of a transaction: what a store may use. */
export interface Handle {
  db: Prisma.TransactionClient
  /** Runs the statements in order, all or nothing. */
  batch(statements: Prisma.PrismaPromise<unknown>[]): Promise<unknown>
}
