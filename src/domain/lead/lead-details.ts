import { z } from 'zod'
import { oneLine, severalLines } from '../text/visible-text.ts'

/** Of what can't be seen, and is taken out, a text may hold so many times more than of what can. */
const mostUnseen = 4

/**
 * Text from outside as a person can see it, of at most so many characters. What is far too long is refused before it is
 * looked at closely.
 */
export function visible(clean: (text: string) => string, most: number, least = 1) {
  return z
    .string()
    .refine((text) => text.length <= most * mostUnseen, { abort: true, error: tooLong(most) })
    .overwrite(clean)
    .min(least)
    .max(most)
}

const tooLong = (most: number): string => `at most ${most} characters`

const short = visible(oneLine, 255)

/** A format that is only looked for in what is short enough to have it. */
const formatted = (most: number, format: z.core.CheckFn<string> | z.core.$ZodCheck<string>) =>
  z.string().max(most, { abort: true }).check(format)

export const mostAttributes = 100

export const attributeText = visible(severalLines, 1000, 0)

/** What is known about a person and the company. Everything may be missing. Attributes hold what has no field of its own. */
export const leadDetailsSchema = z.object({
  name: short.optional(),
  email: formatted(254, z.email()).refine(hasShortLocalPart, 'at most 64 characters before the @').optional(),
  phone: visible(oneLine, 50, 3).optional(),
  title: short.optional(),
  department: short.optional(),
  seniority: short.optional(),
  company: short.optional(),
  website: formatted(2000, z.url({ protocol: /^https?$/ }))
    .refine(namesNoUser, 'leave out the user name before the @')
    .optional(),
  industry: short.optional(),
  employees: z.number().int().min(0).max(10_000_000).optional(),
  country: short.optional(),
  region: short.optional(),
  city: short.optional(),
  campaign: short.optional(),
  /** What the person asked for, such as `demo`, `pricing`, `download`. */
  request: short.optional(),
  message: visible(severalLines, 5000).optional(),
  attributes: z.record(z.string().min(1).max(100), attributeText).default({}),
})
export type LeadDetails = z.infer<typeof leadDetailsSchema>

const text = z.string().optional()

/** What was stored of it: an earlier version let in what it let in, and is not measured by today's limits. */
export const knownDetailsSchema = z.object({
  ...{ name: text, email: text, phone: text, title: text, department: text, seniority: text },
  ...{ company: text, website: text, industry: text, country: text, region: text, city: text },
  ...{ campaign: text, request: text, message: text },
  employees: z.number().optional(),
  attributes: z.record(z.string(), z.string()),
} satisfies Record<keyof LeadDetails, z.ZodType>)

/** The fields of a lead that a rule, a persona or evidence can name. */
export const leadFields = Object.keys(leadDetailsSchema.shape).filter((key) => key !== 'attributes')

/**
 * The value of a field by the name that rules and mappings use: `title`, `employees`, or `attributes.visits`.
 * `null` when the lead does not say.
 */
export function fieldOf(details: LeadDetails, field: string): string | number | null {
  if (field.startsWith('attributes.')) {
    const key = field.slice('attributes.'.length)
    return Object.hasOwn(details.attributes, key) ? (details.attributes[key] ?? null) : null
  }
  const known = new Map<string, unknown>(Object.entries(details)).get(field)
  return typeof known === 'string' || typeof known === 'number' ? known : null
}

/** The limit of RFC 5321, which zod's pattern doesn't know. */
function hasShortLocalPart(email: string): boolean {
  return email.indexOf('@') <= 64
}

/** `https://slack.com@evil.example/` looks like one site and leads to another. */
function namesNoUser(url: string): boolean {
  // Asked of everything that was sent; what is no URL is refused for that.
  const parsed = URL.parse(url)
  return parsed === null || (parsed.username === '' && parsed.password === '')
}
