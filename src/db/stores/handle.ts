import type { Notice } from '../../domain/notice/notice.ts'
import type { Prisma } from '../generated/client.ts'

/** Prisma's client, or the handle of a transaction: what a store may use. */
export interface Handle {
  db: Prisma.TransactionClient
  /** Runs the statements in order and puts the notices into the outbox at the end of the transaction, all or nothing. */
  batch(statements: Prisma.PrismaPromise<unknown>[], notices: Notice[]): Promise<unknown>
}
