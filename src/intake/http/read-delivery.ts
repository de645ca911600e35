import { createHash } from 'node:crypto'
import type { FastifyRequest } from 'fastify'
import type { ReceivedLead } from '../../domain/lead/received-lead.ts'
import type { Delivery } from '../../flows/intake/receive-leads.ts'
import { cutLeads, type Cut, type LeadText } from './cut-leads.ts'
import { readLead, type ReadLead } from './lead-body.ts'
import { decode, parseSafely, type SafeJson } from './safe-json.ts'
import type { Piecemeal } from './take-turns.ts'
import { wrongAt, type Wrong } from './wrong.ts'

/** A request holds up to 500 leads in 2 MB; one lead alone 256 kB. */
export const mostLeads = 500
export const mostBytes = 2 * 1024 * 1024
const mostBytesOfOne = 256 * 1024

/** Of one lead, in a list as well. */
const limits = { leads: mostLeads, levels: 20, values: 2_000, letters: mostBytesOfOne }

/** More would be noise to whoever has to read them, and is not looked for. */
export const mostProblems = 100

export type ReadDelivery = { ok: true; delivery: Delivery } | Refused
type Refused = { ok: false; status: 400; problems: Wrong[] } | { ok: false; status: 413; message: string }

/** What a source sent, checked before anything is stored. */
export function* readDelivery(
  { headers }: Pick<FastifyRequest, 'headers'>,
  body: Buffer,
  source: string,
): Piecemeal<ReadDelivery> {
  const text = decode(body)
  if (text === null) return invalid([wrongAt([], 'no_utf8', 'send UTF-8')])
  yield
  const cut = yield* cutLeads(text, limits)
  if (!cut.ok) return refusalOf(cut)
  const tooLong = cut.leads.find((lead) => Buffer.byteLength(lead.text) > mostBytesOfOne)
  if (tooLong) return refusalOf({ because: 'too-long', at: tooLong.at })
  const { leads, problems } = yield* readLeads(cut.leads, source)
  const key = keyOf(headers)
  const all = [...problems, ...key.problems]
  if (all.length > 0) return invalid(all)
  const receipt = key.value === null ? undefined : { source, key: key.value, bodyHash: hash(body) }
  return { ok: true, delivery: { leads, receipt } }
}

const invalid = (problems: Wrong[]): Refused => ({ ok: false, status: 400, problems })
const noJson = wrongAt([], 'no_json', 'send JSON: the body could not be parsed')

function refusalOf({ because, at }: Pick<Extract<Cut, { ok: false }>, 'because' | 'at'>): Refused {
  const path = at === null ? [] : [at]
  switch (because) {
    case 'no-json':
      return invalid([noJson])
    case 'too-deep':
      return invalid([wrongAt(path, 'too_deep', `nest at most ${limits.levels} levels`)])
    case 'too-full':
      return invalid([wrongAt(path, 'too_big', `at most ${limits.values} values in one lead`)])
    case 'too-many':
      return { ok: false, status: 413, message: `Send at most ${limits.leads} leads at once.` }
    case 'too-long': {
      const which = at === null ? '' : `, and [${at}] is larger`
      return {
        ok: false,
        status: 413,
        message: `Send at most ${mostBytesOfOne / 1024} kB for one lead${which}.`,
      }
    }
  }
}

function* readLeads(
  texts: LeadText[],
  source: string,
): Piecemeal<{ leads: ReceivedLead[]; problems: Wrong[] }> {
  const leads: ReceivedLead[] = []
  const problems = texts.length === 0 ? [wrongAt([], 'too_small', 'send at least one lead')] : []
  for (const text of texts) {
    yield
    const json = parseSafely(text)
    if (!json.ok && json.wrong === null) return { leads, problems: [noJson] }
    const lead = readParsed(json, source, text.at === null ? [] : [text.at])
    if (lead.ok) leads.push(lead.value)
    else problems.push(...lead.problems)
    if (problems.length >= mostProblems) break
  }
  return { leads, problems }
}

function readParsed(json: SafeJson, source: string, at: number[]): ReadLead {
  if (json.ok) return readLead(json.value, source, at)
  return { ok: false, problems: [json.wrong ?? noJson] }
}

/** The sender's own name of this delivery, by which a repeated one is recognised. */
function keyOf(headers: FastifyRequest['headers']): { value: string | null; problems: Wrong[] } {
  const key = headers['webhook-id'] ?? headers['idempotency-key']
  if (key === undefined) return { value: null, problems: [] }
  if (typeof key === 'string' && /^[\x21-\x7e]{1,255}$/.test(key)) return { value: key, problems: [] }
  const remedy = 'give 1 to 255 visible ASCII characters as Idempotency-Key or webhook-id'
  return { value: null, problems: [wrongAt([], 'key', remedy)] }
}

const hash = (body: Buffer): string => createHash('sha256').update(body).digest('hex')
