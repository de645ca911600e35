/** A number of more digits than a double keeps, or beyond its range: no value of ours is it, only the text that was sent. */
export class InexactNumber {
  readonly text: string

  constructor(text: string) {
    this.text = text
  }
}

const decimal = /^[+-]?(?:(\d+)(?:\.(\d*))?|\.(\d+))(?:e([+-]?\d+))?$/i

/**
 * The number that a text says, where a double carries it: written out again it is the same number. Zero has no sign.
 * `null` where the text is no decimal number.
 */
export function numberIn(text: string): number | InexactNumber | null {
  const said = partsOf(text)
  if (said === null) return null
  if (said.digits === '') return 0
  const value = Number(text)
  const kept = Number.isFinite(value) ? partsOf(String(value)) : null
  const isSame = kept?.digits === said.digits && kept.exponent === said.exponent
  return isSame ? value : new InexactNumber(text)
}

/** A number as text: as short as it can be said, or exactly as it was sent. */
export const textOfNumber = (number: number | InexactNumber): string =>
  number instanceof InexactNumber ? number.text : String(number)

/** Its digits without the zeros at both ends, and the power of ten that the last of them counts; no digits are zero. */
function partsOf(text: string): { digits: string; exponent: number } | null {
  const match = decimal.exec(text)
  if (!match) return null
  const [, whole = '', afterWhole = '', alone = '', power = '0'] = match
  const fraction = afterWhole + alone
  const all = whole + fraction
  const digits = withoutLastZeros(all)
  const exponent = Number(power) - fraction.length + (all.length - digits.length)
  return { digits: digits.replace(/^0+/, ''), exponent }
}

/** A pattern for it would look at every run of zeros in a long number again and again. */
function withoutLastZeros(digits: string): string {
  let end = digits.length
  while (end > 0 && digits[end - 1] === '0') end -= 1
  return digits.slice(0, end)
}
