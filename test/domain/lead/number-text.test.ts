import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { InexactNumber, numberIn, textOfNumber } from '../../../src/domain/lead/number-text.ts'

/** The number a text says, as a whole number and a power of ten: exact, however long. */
function exactly(text: string): [bigint, number] {
  const [, sign = '', whole = '', fraction = '', power = '0'] =
    /^([+-]?)(\d*)\.?(\d*)(?:e([+-]?\d+))?$/i.exec(text) ?? []
  let [number, exponent] = [BigInt(`${whole}${fraction}` || '0'), Number(power) - fraction.length]
  if (number === 0n) return [0n, 0]
  for (; number % 10n === 0n; exponent += 1) number /= 10n
  return [sign === '-' ? -number : number, exponent]
}

const digits = (most: number) => fc.stringMatching(new RegExp(`^[0-9]{1,${most}}$`))
const jsonNumber = fc
  .record({
    sign: fc.constantFrom('', '-'),
    whole: fc.oneof(
      fc.constant('0'),
      digits(25).map((text) => text.replace(/^0+(?=.)/, '')),
    ),
    fraction: fc.option(digits(25), { nil: undefined }),
    power: fc.option(fc.integer({ min: -420, max: 420 }), { nil: undefined }),
  })
  .map(
    ({ sign, whole, fraction, power }) =>
      `${sign}${whole}${fraction === undefined ? '' : `.${fraction}`}${power === undefined ? '' : `e${power}`}`,
  )

describe('a number in a text', () => {
  it('is that number or that text, whatever it is', () => {
    fc.assert(
      fc.property(jsonNumber, (text) => {
        const read = numberIn(text)
        expect(read).not.toBeNull()
        const isText = read instanceof InexactNumber && read.text === text
        expect(isText || exactly(textOfNumber(read ?? Number.NaN))).toEqual(isText || exactly(text))
      }),
      { numRuns: 3_000 },
    )
  })

  it('is a number as long as fifteen digits say it, and a double reaches so far', () => {
    const short = fc.tuple(
      fc.integer({ min: 0, max: 999_999_999_999_999 }),
      fc.integer({ min: -300, max: 290 }),
    )
    fc.assert(
      fc.property(short, ([number, power]) => {
        expect(numberIn(`${number}e${power}`)).toBe(Number(`${number}e${power}`))
      }),
    )
  })

  it.each([
    ...['12345678901234567890', '9007199254740993', '-9007199254740993', '0.1234567890123456789'],
    ...['1e400', '-1e400', '1E-400', '1e99999999999999999999', '1e-99999999999999999999', '2e-324'],
    ...['1.00000000000000000001', '5e-325'],
  ])('%s stays a text', (text) => {
    expect(textOfNumber(numberIn(text) ?? 0)).toBe(text)
    expect(numberIn(text)).toBeInstanceOf(InexactNumber)
  })

  it.each([
    ...[
      ['-0', 0],
      ['0e999', 0],
      ['-0.00', 0],
      ['1.0', 1],
      ['1e2', 100],
      ['100000000000000000000', 1e20],
    ],
    ...[
      ['0.1', 0.1],
      ['5e-324', 5e-324],
      ['1.7976931348623157e308', Number.MAX_VALUE],
      ['9007199254740992', 2 ** 53],
    ],
    ...[
      ['0.30000000000000004', 0.30000000000000004],
      [`1.${'0'.repeat(1000)}`, 1],
      ['.5', 0.5],
      ['+7', 7],
      ['1.', 1],
    ],
  ] as [string, number][])('%s is a number', (text, number) => {
    expect(numberIn(text)).toBe(number)
  })

  it.each(['', '.', '-', 'e5', '1e', '0x10', '1,5', ' 1', 'Infinity', 'NaN', '1_000'])(
    '"%s" is none',
    (text) => {
      expect(numberIn(text)).toBeNull()
    },
  )

  it('is read in no time, however long', () => {
    const long = [`${'0'.repeat(1e6)}1${'0'.repeat(1e6)}`, `0.${'0'.repeat(1e6)}1`, '1'.repeat(2e6)]
    for (const text of long) expect(numberIn(text)).not.toBeNull()
    for (const text of long) expect(numberIn(`${text}x`)).toBeNull()
  })
})
