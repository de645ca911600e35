import type { Dice } from './dice.ts'
import { oddText, oddValue } from './odd-values.ts'

type Lead = Record<string, unknown>

let last = 0

/** A lead as an honest sender sends it, unlike any other. One of many is handed off, so that its card is drawn. */
export function validLead(dice: Dice): Lead {
  const number = ++last
  return {
    name: `Fuzz ${number}`,
    email: `fuzz${number}@example.com`,
    external_id: `fuzz-${number}`,
    company: dice.oneOf(['Acme', 'Müller & Söhne', 'Ünïcode 株式会社']),
    title: dice.oneOf(['VP Sales', 'Head of RevOps', 'Student']),
    ...(dice.oneIn(2) && { phone: '+49 30 1234567', employees: dice.below(5000) }),
    ...(dice.oneIn(3) && { message: 'Please call me.', attributes: { utm_source: 'spring', visits: 3 } }),
    ...(dice.oneIn(30) && { qualified: true }),
  }
}

const fields = [
  'name',
  'email',
  'phone',
  'company',
  'title',
  'message',
  'employees',
  'country',
  'external_id',
  'score',
]
const more = [
  'externalId',
  'qualified',
  'test',
  'attributes',
  'website',
  'request',
  'campaign',
  '__proto__',
  'constructor',
]

/** The bytes of a valid delivery after one or a few mutations. */
export function mutatedBody(dice: Dice): Buffer {
  let value: unknown = mutatedLead(dice)
  if (dice.oneIn(10)) value = Array.from({ length: dice.oneOf([0, 1, 2, 5]) }, () => mutatedLead(dice))
  if (dice.oneIn(60)) value = oddValue(dice)
  return mutatedBytes(mutatedText(JSON.stringify(value), dice), dice)
}

function mutatedLead(dice: Dice): Lead {
  const lead = validLead(dice)
  // A lead that is stored costs far more time than one that is refused.
  if (dice.oneIn(5)) mutateText(lead, dice)
  else for (let times = 1 + dice.below(3); times > 0; times--) mutateField(lead, dice)
  return lead
}

/** Odd words where words may stand: most of these are taken, and those that are handed off must be drawn. */
function mutateText(lead: Lead, dice: Dice): void {
  lead[dice.oneOf(['name', 'company', 'title', 'message', 'campaign', 'city'])] = oddText(dice)
  if (dice.oneIn(3)) lead['attributes'] = { [oddText(dice) || 'a']: oddText(dice), visits: dice.below(100) }
  if (dice.oneIn(8)) lead['qualified'] = true
}

function mutateField(lead: Lead, dice: Dice): void {
  const field = dice.oneOf([...fields, ...more])
  const define = (value: unknown) =>
    // As JSON.parse does: `__proto__` becomes a field like any other.
    Object.defineProperty(lead, field, { value, enumerable: true, configurable: true, writable: true })
  switch (dice.below(6)) {
    case 0:
      return void delete lead[field]
    case 1:
      return void define(oddValue(dice))
    case 2:
      return void define({ points: dice.oneOf([1, -1, 1e7, 0.5]), reasons: [oddText(dice)] })
    case 3:
      return void define({ [oddText(dice) || 'a']: oddText(dice) })
    case 4:
      return void (lead[oddText(dice)] = oddValue(dice))
    default:
      return void define(oddText(dice))
  }
}

/** What can be said in JSON's text alone. */
function mutatedText(json: string, dice: Dice): string {
  switch (dice.below(14)) {
    case 0:
      return json.replace('{', '{"email":"twice@example.com","__proto__":{"admin":true},')
    case 1:
      return json.replace('"company":"', String.raw`"company":"\ud800 `)
    case 2:
      return json.replace('"name":"', String.raw`"name":"\u0000`)
    case 3:
      return json.replace(
        '"name":',
        `"employees":${dice.oneOf(['1e400', '-1e400', '1'.repeat(5000), '01', '+1', '.5'])},"name":`,
      )
    case 4:
      return json.slice(0, dice.below(json.length))
    case 5:
      return `${'['.repeat(dice.oneOf([1, 20, 21, 5_000, 50_000]))}${json}`
    case 6:
      return json.replaceAll('"', dice.oneOf(["'", '""', '\\"']))
    default:
      return json
  }
}

function mutatedBytes(text: string, dice: Dice): Buffer {
  const bytes = Buffer.from(text)
  switch (dice.below(16)) {
    case 0:
      bytes[dice.below(bytes.length)] = dice.below(256)
      return bytes
    case 1:
      return Buffer.concat([Buffer.from([0xef, 0xbb, 0xbf]), bytes])
    case 2:
      return Buffer.from(text, 'utf16le')
    case 3:
      return Buffer.concat([bytes, Buffer.from([0xc3, 0x28, dice.below(256)])])
    case 4:
      return dice.oneIn(30) ? padded(text, dice.oneOf([256, 2048]) * 1024 + dice.below(3) - 1) : bytes
    default:
      return bytes
  }
}

/** The same delivery at exactly this size: blanks between values mean nothing. */
const padded = (text: string, size: number): Buffer =>
  Buffer.from(text.replace('{', `{${' '.repeat(Math.max(0, size - Buffer.byteLength(text)))}`))
