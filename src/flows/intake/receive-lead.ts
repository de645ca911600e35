import type { ReceivedLead } from '../../domain/lead/received-lead.ts'
import type { Stores } from '../../ports/database.ts'
import { arrive } from './arrive.ts'
import { findKnown } from './find-known.ts'
import type { Moment } from './hand-off.ts'
import type { Received } from './received.ts'

/** What is needed to take in the leads of one delivery, inside one transaction. */
export interface Intake extends Moment {
  stores: Stores
}

/** A lead comes in: who that is, what becomes of it, and all of it saved. */
export async function receiveLead({ stores, ...moment }: Intake, news: ReceivedLead): Promise<Received> {
  const known = await findKnown(stores.leads, news)
  const { became, leadId, changes } = arrive(moment, known, news)
  for (const { transition, notices } of changes) await stores.leads.save(transition, notices)
  return { became, leadId }
}
