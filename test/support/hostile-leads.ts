import { oneLine } from '../../src/domain/text/visible-text.ts'
import { attacks, emails, websites, within, type Attack } from './attacks.ts'

const fields = [
  ...['name', 'title', 'department', 'seniority', 'company', 'industry', 'country', 'region', 'city'],
  ...['campaign', 'request'],
]

/** The attack of that number; they begin anew behind the last. */
export const attackAt = (index: number): Attack => {
  const attack = attacks[index % attacks.length]
  if (!attack) throw new Error('there are no attacks')
  return attack
}

/** What a field takes that wants so many letters to be seen. */
const long = (text: string, least: number) => (oneLine(text).length < least ? undefined : text)

/** As many leads as there are attacks: each attack stands once in every field, with others around it. */
export const hostileLeads = attacks.map((_, index) => {
  const text = (shift: number, length = 255) => within(attackAt(index + shift).text, length)
  return {
    ...Object.fromEntries(fields.map((field, shift) => [field, text(shift)])),
    email: `${index}${emails[index % emails.length]}`,
    phone: long(text(fields.length, 45), 3) ?? '+49 30 1234',
    website: websites[index % websites.length],
    message: within(text(fields.length + 1, 5000), 5000),
    attributes: {
      [within(text(fields.length + 2), 100).replace('__proto__', 'proto') || 'blank']: text(
        fields.length + 3,
        1000,
      ),
    },
    external_id: `${text(fields.length + 4, 200).trim()}·${index}`,
    score: { points: index, reasons: [long(text(fields.length + 5, 200), 1) ?? 'blank', 'second'] },
    qualified: true,
  }
})

/** Which attack a lead of that number has as its name, and so on. */
export const fieldsOf = (index: number) =>
  fields.map((field, shift) => ({ field, attack: attackAt(index + shift) }))
