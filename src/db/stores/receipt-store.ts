import type { ReceiptStore } from '../../ports/receipt-store.ts'
import { asConflict } from './conflict.ts'
import type { Prisma } from '../generated/client.ts'
import { json } from '../rows/json.ts'

export function receiptStore(db: Prisma.TransactionClient): ReceiptStore {
  return {
    find: (source, key) => db.receipt.findUnique({ where: { source_key: { source, key } } }),
    save: async (receipt) => {
      await db.receipt.create({ data: { ...receipt, answer: json(receipt.answer) } }).catch(asConflict)
    },
  }
}
