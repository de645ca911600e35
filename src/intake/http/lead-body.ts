import { z } from 'zod'
import { attributeText, leadDetailsSchema, mostAttributes, visible } from '../../domain/lead/lead-details.ts'
import { InexactNumber, textOfNumber } from '../../domain/lead/number-text.ts'
import type { ReceivedLead } from '../../domain/lead/received-lead.ts'
import { oneLine } from '../../domain/text/visible-text.ts'
import { remedyFor } from '../../flows/playbook/problems.ts'
import { wrongAt, type Wrong } from './wrong.ts'

const id = z.string().trim().min(1).max(255)
const attribute = z.union([attributeText, z.number(), z.boolean()]).transform(String)

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
  asks_again: z
    .boolean()
    .optional()
    .describe('Whether somebody whom sales has had asks again; else a new request or message says so.'),
  score: z
    .strictObject({
      points: z.number().min(-1e6).max(1e6),
      reasons: z.array(visible(oneLine, 200)).max(20).default([]),
    })
    .optional()
    .describe('The score you computed, shown beside Baton’s own.'),
  test: z.boolean().optional().describe('A try-out: shown in Slack, counted nowhere.'),
})

export type ReadLead = { ok: true; value: ReceivedLead } | { ok: false; problems: Wrong[] }

/** One lead of a request, or everything that is wrong with it. `at` is its place in a batch. */
export function readLead(raw: unknown, source: string, at: PropertyKey[]): ReadLead {
  const body = asSaid(raw)
  const parsed = leadBodySchema.safeParse(body, { reportInput: true })
  const problems = [
    ...(parsed.success ? [] : parsed.error.issues.map((issue) => wrongBy(issue, at))),
    ...(isObject(body) ? identityProblems(body, at) : []),
  ]
  return parsed.success && problems.length === 0
    ? { ok: true, value: toReceived(parsed.data, source) }
    : { ok: false, problems }
}

function wrongBy(issue: z.core.$ZodIssue, at: PropertyKey[]): Wrong {
  const isTooLong = issue.code === 'invalid_type' && issue.input instanceof InexactNumber
  const remedy = isTooLong && issue.expected === 'number' ? tooManyDigits : remedyFor(issue)
  return wrongAt([...at, ...issue.path], issue.code, remedy)
}

const tooManyDigits = 'give a number of at most 15 digits'

function toReceived(body: z.infer<typeof leadBodySchema>, source: string): ReceivedLead {
  const { external_id, externalId, qualified, asks_again: asksAgain, score, test, ...details } = body
  return {
    source,
    externalId: external_id ?? externalId,
    details,
    senderScore: score,
    qualified,
    asksAgain,
    isTest: test,
  }
}

function identityProblems(body: Record<string, unknown>, at: PropertyKey[]): Wrong[] {
  const { external_id: snake, externalId: camel } = body
  if (snake !== undefined && camel !== undefined && snake !== camel) {
    return [wrongAt(at, 'two_ids', 'give external_id or externalId, not two different ones')]
  }
  const isKnowable = [snake, camel, body['email'], body['phone']].some((value) => value !== undefined)
  return isKnowable ? [] : [wrongAt(at, 'nobody', 'give at least one of email, phone, external_id')]
}

/** As the sender means it: what was not filled in is left out, and where a text is wanted, a number is its digits. */
function asSaid(raw: unknown): unknown {
  if (!isObject(raw)) return raw
  const body = withoutBlanks(raw)
  for (const name of ['external_id', 'externalId']) if (name in body) body[name] = inDigits(body[name])
  const { attributes } = body
  return isObject(attributes) ? { ...body, attributes: textsOf(withoutBlanks(attributes)) } : body
}

const textsOf = (attributes: Record<string, unknown>) =>
  Object.fromEntries(Object.entries(attributes).map(([name, value]) => [name, inDigits(value)]))

const inDigits = (value: unknown): unknown =>
  typeof value === 'number' || value instanceof InexactNumber ? textOfNumber(value) : value

/** Form tools send every field they have, filled in or not. What nobody can see was not filled in. */
function withoutBlanks(fields: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => !isBlank(value)))
}

function isBlank(value: unknown): boolean {
  return value === null || (typeof value === 'string' && isInvisible(value))
}

/** Most texts show what they are by their beginning. */
function isInvisible(text: string): boolean {
  const begin = /^.{0,20}/su.exec(text)?.[0] ?? ''
  return oneLine(begin) === '' && oneLine(text) === ''
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
