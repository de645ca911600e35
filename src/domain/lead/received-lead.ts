import type { LeadDetails } from './lead-details.ts'

/** The score a sender computed on its own side, shown beside Baton's. */
export interface SenderScore {
  points: number
  reasons: string[]
}

/** A lead as a sender describes it, before Baton decides what becomes of it. */
export interface ReceivedLead {
  source: string
  externalId?: string | undefined
  details: LeadDetails
  senderScore?: SenderScore | undefined
  /** The sender itself says that this lead is qualified. */
  qualified?: boolean | undefined
  isTest?: boolean | undefined
}
