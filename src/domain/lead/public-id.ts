import type { LeadDetails } from './lead-details.ts'

/** Begins like a phone number, or is digits in groups. A bare run of digits is an id, as many a CRM gives them. */
const phoneLike = /^\s*(?:[+0(][\d\s()/.-]*|\d+(?:[\s()/.-]+\d+)+)\s*$/u
const digitsOfPhone = 7

/**
 * A sender's id for a lead as a channel may show it; `null` where it is a means of contact: an e-mail address, a phone
 * number, or the digits of one the lead has.
 */
export function publicId(id: string | null, details: Pick<LeadDetails, 'phone'>[]): string | null {
  if (id === null || id.includes('@') || id.includes('＠')) return null
  const digits = digitsOf(id)
  if (digits.length < digitsOfPhone) return id
  const isKnown = details.some(({ phone }) => phone !== undefined && digitsOf(phone).endsWith(digits))
  return isKnown || phoneLike.test(id) ? null : id
}

const digitsOf = (text: string): string => text.replaceAll(/\D/g, '')
