/** What identifies a person in a lead. */
export interface Contact {
  name?: string | null | undefined
  email?: string | null | undefined
  phone?: string | null | undefined
}

/** What stands where something was taken out. */
const gap = '…'
const emails = /[^\s@<>"'(),;:]+@[^\s@<>"'(),;:]+\.[^\s@<>"'(),;:.]+/gu
/** Seven digits or more, however they are grouped. */
const phones = /\+?\d(?:[\s()/.-]{0,2}\d){6,}/gu
/** Shorter parts of a name are words of their own, such as "de" or "Li". */
const shortestPart = 3

/** A note without the name, e-mail address and phone number of its lead, nor any other address or number. */
export function withoutContact(note: string, { name, email, phone }: Contact): string {
  const whole = [name, email, phone].filter((text) => text != null && text.trim() !== '')
  const parts = (name ?? '').split(/[\s.,]+/u).filter((part) => part.length >= shortestPart)
  const known = [...whole, ...parts].map((text) => text?.trim() ?? '')
  const cleared = known
    .toSorted((a, b) => b.length - a.length)
    .reduce((text, word) => text.replaceAll(asWord(word), gap), note)
  return cleared.replaceAll(emails, gap).replaceAll(phones, gap)
}

/** The text where it stands alone, in any case, also with a genitive "s" behind it. */
function asWord(text: string): RegExp {
  const literally = text.replaceAll(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`)
  return new RegExp(String.raw`(?<![\p{L}\p{N}])${literally}(?=s?(?![\p{L}\p{N}]))`, 'giu')
}
