import { z } from 'zod'
import { leadDetailsSchema } from '../../domain/lead-details.ts'
import { oneLine, severalLines } from '../../domain/visible-text.ts'
import type { ReceivedLead } from '../../domain/received-lead.ts'
import { pathOf, problemsOf, type Problem } from '../../flows/problems.ts'

const id = z.string().trim().min(1).max(255)
const attribute = z
  .union([z.string().overwrite(severalLines).max(1000), z.number(), z.boolean()])
  .transform(String)
const mostAttributes = 100

/** A lead as senders describe it. `null` and blank texts count as "not said". */
export const leadBodySchema = z.strictObject({
  ...leadDetailsSchema.shape,
  attributes: z
    .record(z.string().min(1).max(100), attribute)
    .refine((all) => Object.keys(all).length <= mostAttributes, `at most ${mostAttributes} attributes`)
    .default({})
    .describe('Whatever has no field of its own.'),
  external_id: id.optional().describe('Your own id of the lead: sending it again updates the lead.'),
  externalId: id.optional().describe('The same as external_id.'),
  qualified: z
    .boolean()
    .optional()
    .describe('Qualified by your own rules: handed to sales whatever its score.'),
  score: z
    .strictObject({
      points: z.number().min(-1e6).max(1e6),
      reasons: z.array(z.string().overwrite(oneLine).min(1).max(200)).max(20).default([]),
    })
    .optional()
    .describe('The score you computed, shown beside Baton’s own.'),
  test: z.boolean().optional().describe('A try-out: shown in Slack, counted nowhere.'),
})

type Checked<T> = { ok: true; value: T } | { ok: false; problems: Problem[] }

/** One lead of a request, or everything that is wrong with it. `at` is its place in a batch. */
export function readLead(raw: unknown, source: string, at: PropertyKey[]): Checked<ReceivedLead> {
  const body = withoutBlanks(raw)
  const parsed = leadBodySchema.safeParse(body)
  const problems = [
    ...(parsed.success ? [] : problemsOf(parsed.error, at)),
    ...(isObject(body) ? identityProblems(body, at) : []),
  ]
  return parsed.success && problems.length === 0
    ? { ok: true, value: toReceived(parsed.data, source) }
    : { ok: false, problems }
}

function toReceived(body: z.infer<typeof leadBodySchema>, source: string): ReceivedLead {
  const { external_id, externalId, qualified, score, test, ...details } = body
  return {
    source,
    externalId: external_id ?? externalId,
    details,
    senderScore: score,
    qualified,
    isTest: test,
  }
}

function identityProblems(body: Record<string, unknown>, at: PropertyKey[]): Problem[] {
  const { external_id: snake, externalId: camel } = body
  const path = pathOf(at)
  if (snake !== undefined && camel !== undefined && snake !== camel) {
    return [{ path, remedy: 'give external_id or externalId, not two different ones' }]
  }
  const isKnowable = [snake, camel, body['email'], body['phone']].some((value) => value !== undefined)
  return isKnowable ? [] : [{ path, remedy: 'give at least one of email, phone, external_id' }]
}

/** Form tools send every field they have, filled in or not. What nobody can see was not filled in. */
function withoutBlanks(raw: unknown): unknown {
  if (!isObject(raw)) return raw
  const said = Object.entries(raw).filter(([, value]) => !isBlank(value))
  const body = Object.fromEntries(said)
  return isObject(body['attributes']) ? { ...body, attributes: withoutBlanks(body['attributes']) } : body
}

function isBlank(value: unknown): boolean {
  return value === null || (typeof value === 'string' && oneLine(value) === '')
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
