import { z } from 'zod'
import type { Rules } from '../../domain/qualify/qualify.ts'
import type { ReceivedLead } from '../../domain/lead/received-lead.ts'
import { inTurn } from './in-turn.ts'
import type { Deps } from '../../ports/deps.ts'
import type { Receipt } from '../../ports/receipt-store.ts'
import type { Stores } from '../../ports/database.ts'
import { receiveLead } from './receive-lead.ts'
import { receivedSchema, type Received } from './received.ts'
import { retryOnConflict } from '../errors/retry-on-conflict.ts'

/** The same idempotency key came with another body: a mistake of the sender, who must be told. */
export class KeyReusedError extends Error {
  override name = 'KeyReusedError'
}

export interface Delivery {
  leads: ReceivedLead[]
  /** The sender's idempotency key, with a hash of what it came with. */
  receipt?: Pick<Receipt, 'source' | 'key' | 'bodyHash'> | undefined
}

/**
 * Takes in what a sender delivers, all of it or nothing, and says what became of each lead. A delivery that is
 * repeated with its key gets the answer of the first time and changes nothing.
 * @throws KeyReusedError when the key was used for another delivery
 */
export function receiveLeads(deps: Deps, delivery: Delivery): Promise<Received[]> {
  const work = () => retryOnConflict(() => receiveOnce(deps, delivery))
  return delivery.leads.length > 1 ? inTurn(deps.db, work) : work()
}

async function receiveOnce(deps: Deps, { leads, receipt }: Delivery): Promise<Received[]> {
  const rules = await rulesInForce(deps)
  return deps.db.transaction(async (stores) => {
    // Two lists of the same people in opposite order would hold each other's leads.
    if (leads.length > 1) await stores.takeTurn('deliveries')
    const answered = receipt && (await answerOf(stores, receipt))
    if (answered) return answered
    const answer = await receiveEach({ ...rules, stores, now: deps.now(), newId: deps.newId }, leads)
    if (receipt) await stores.receipts.save({ ...receipt, answer, createdAt: deps.now() })
    return answer
  })
}

async function rulesInForce({ db }: Deps): Promise<Rules> {
  const [playbook, personas, definitions] = await Promise.all([
    db.playbooks.current(),
    db.personas.all(),
    db.definitions.all(),
  ])
  return { playbook, personas, definitions }
}

async function answerOf(
  stores: Stores,
  { source, key, bodyHash }: NonNullable<Delivery['receipt']>,
): Promise<Received[] | null> {
  const earlier = await stores.receipts.find(source, key)
  if (!earlier) return null
  if (earlier.bodyHash !== bodyHash) throw new KeyReusedError(`key ${key} was used for another request`)
  return z.array(receivedSchema).parse(earlier.answer)
}

/** One after the other: a later lead of a delivery may be a duplicate of an earlier one. */
async function receiveEach(
  intake: Parameters<typeof receiveLead>[0],
  leads: ReceivedLead[],
): Promise<Received[]> {
  const answer: Received[] = []
  for (const lead of leads) {
    const received = await receiveLead(intake, lead)
    answer.push(lead.externalId === undefined ? received : { ...received, externalId: lead.externalId })
  }
  return answer
}
