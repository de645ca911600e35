export interface ReceiptStore {
  find(source: string, key: string): Promise<Receipt | null>
  /** @throws ConflictError when the key is already taken */
  save(receipt: Receipt): Promise<void>
}

/** What a sender was told, so that a repeated request gets the same answer. */
export interface Receipt {
  source: string
  key: string
  bodyHash: string
  answer: unknown
  createdAt: Date
}
