import { z } from 'zod'
import { fieldOf } from '../lead/lead-details.ts'
import type { ReceivedLead } from '../lead/received-lead.ts'

/** A machine-checkable statement about one field of a lead. Exactly one test is named. Text compares without case. */
export const conditionSchema = z
  .strictObject({
    /** A field name, `attributes.NAME`, or `source`. */
    field: z.string().min(1),
    is: z.array(z.string()).min(1).optional(),
    contains: z.array(z.string().min(1)).min(1).optional(),
    /** Whole words or phrases: `CTO`, but not the middle of "director". */
    word: z.array(z.string().min(1)).min(1).optional(),
    atLeast: z.number().optional(),
    atMost: z.number().optional(),
    present: z.boolean().optional(),
  })
  .refine((c) => Object.values(c).filter((v) => v !== undefined).length === 2, {
    message: 'name exactly one of is, contains, word, atLeast, atMost, present',
    when: ({ issues }) => issues.length === 0,
  })
export type Condition = z.infer<typeof conditionSchema>

export const verdicts = ['matched', 'not-matched', 'unknown'] as const
export type Verdict = (typeof verdicts)[number]

type Subject = Pick<ReceivedLead, 'source' | 'details'>

/** Whether the lead satisfies the condition; `unknown` when it says nothing about the field. */
export function check(condition: Condition, lead: Subject): Verdict {
  const value = condition.field === 'source' ? lead.source : fieldOf(lead.details, condition.field)
  if (condition.present !== undefined) {
    return (value !== null) === condition.present ? 'matched' : 'not-matched'
  }
  if (value === null) return 'unknown'
  return compare(condition, value) ? 'matched' : 'not-matched'
}

function compare(condition: Condition, value: string | number): boolean {
  const text = String(value).toLowerCase()
  if (condition.is) return condition.is.some((option) => option.toLowerCase() === text)
  if (condition.contains) return condition.contains.some((part) => text.includes(part.toLowerCase()))
  if (condition.word) {
    const said = words(text)
    return condition.word.some((phrase) => said.includes(words(phrase.toLowerCase())))
  }
  const number = Number(value)
  if (condition.atLeast !== undefined) return number >= condition.atLeast
  if (condition.atMost !== undefined) return number <= condition.atMost
  return false
}

const words = (text: string): string =>
  ` ${text
    .split(/[^\p{L}\p{N}]+/u)
    .join(' ')
    .trim()} `
