import { createHash } from 'node:crypto'
import type { FastifyRequest } from 'fastify'
import type { ReceivedLead } from '../../domain/received-lead.ts'
import type { Problem } from '../../flows/problems.ts'
import type { Delivery } from '../../flows/receive-leads.ts'
import { readLead } from './lead-body.ts'
import { parseSafely } from './safe-json.ts'

/** A request holds up to 500 leads in 2 MB; one lead alone 256 kB. */
export const mostLeads = 500
export const mostBytes = 2 * 1024 * 1024
const mostBytesOfOne = 256 * 1024

export type ReadDelivery =
  | { ok: true; delivery: Delivery }
  | { ok: false; status: 400; problems: Problem[] }
  | { ok: false; status: 413; message: string }

/** What a source sent, checked before anything is stored. */
export function readDelivery(request: FastifyRequest, body: Buffer, source: string): ReadDelivery {
  const json = parseSafely(body)
  if (!json.ok) return { ok: false, status: 400, problems: json.problems }
  const isBatch = Array.isArray(json.value)
  const items: unknown[] = Array.isArray(json.value) ? json.value : [json.value]
  const excess = excessOf(isBatch, items.length, body.length)
  if (excess) return { ok: false, status: 413, message: excess }
  const leads = readLeads(items, source, isBatch)
  const key = keyOf(request)
  const problems = [...leads.problems, ...key.problems]
  if (problems.length > 0) return { ok: false, status: 400, problems }
  const receipt = key.value === null ? undefined : { source, key: key.value, bodyHash: hash(body) }
  return { ok: true, delivery: { leads: leads.leads, receipt } }
}

function excessOf(isBatch: boolean, count: number, bytes: number): string | null {
  if (count > mostLeads) return `Send at most ${mostLeads} leads at once.`
  return !isBatch && bytes > mostBytesOfOne ? `Send at most ${mostBytesOfOne / 1024} kB for one lead.` : null
}

function readLeads(items: unknown[], source: string, isBatch: boolean) {
  const leads: ReceivedLead[] = []
  const problems: Problem[] = items.length === 0 ? [{ path: '', remedy: 'send at least one lead' }] : []
  for (const [index, item] of items.entries()) {
    const lead = readLead(item, source, isBatch ? [index] : [])
    if (lead.ok) leads.push(lead.value)
    else problems.push(...lead.problems)
  }
  return { leads, problems }
}

/** The sender's own name of this delivery, by which a repeated one is recognised. */
function keyOf({ headers }: FastifyRequest): { value: string | null; problems: Problem[] } {
  const key = headers['webhook-id'] ?? headers['idempotency-key']
  if (key === undefined) return { value: null, problems: [] }
  if (typeof key === 'string' && /^[\x21-\x7e]{1,255}$/.test(key)) return { value: key, problems: [] }
  const remedy = 'give 1 to 255 visible ASCII characters as Idempotency-Key or webhook-id'
  return { value: null, problems: [{ path: '', remedy }] }
}

const hash = (body: Buffer): string => createHash('sha256').update(body).digest('hex')
