import type { Dice } from './dice.ts'

const at = (n: number): string => 'ä'.repeat(n)

/** Texts that have made trouble somewhere. */
const oddTexts = [
  ...[
    '',
    ' ',
    '\t\r\n',
    '\0',
    'a\0b',
    '\u0001',
    '\u001B[31m',
    '\u0085',
    '\u009B',
    '\u200B',
    '\u202Eevil\u202C',
  ],
  ...['\uFEFF', '\uFFFE', '\uFFFF', '👩‍👩‍👧‍👦', 'é'.normalize('NFD'), 'Z͑ͫ̓ͪ̂ͫ̽͏̴̙̤̞͉͚̯̞̠͍A', '\u{E0041}\u{E0042}', 'ﷺ'.repeat(200)],
  ...[
    '<!channel>',
    '<@U0ANNA>',
    '<https://evil.example|click>',
    '&lt;!here&gt;',
    '&'.repeat(3000),
    '*_~`'.repeat(100),
  ],
  ...['=1+1', '\'; DROP TABLE "Lead"; --', '../../etc/passwd', '${7*7}', '%00', '\\u0000', '{{reference}}'],
  ...[
    'a@b',
    'a@b.cd',
    `${'x'.repeat(64)}@example.com`,
    `${'x'.repeat(65)}@example.com`,
    'ü@bücher.example',
    '"a b"@example.com',
  ],
  ...['https://slack.com@evil.example/', 'javascript:alert(1)', 'http://[::1]/', 'HTTPS://EXAMPLE.COM/%ff'],
  ...[
    '+49 30 1234567',
    '٠١٢٣٤٥٦٧٨٩',
    '1e400',
    '-0',
    'NaN',
    'true',
    'null',
    '2026-02-30',
    '9999-12-31T23:59:60Z',
  ],
  ...[
    at(150),
    at(151),
    at(255),
    at(256),
    at(1000),
    at(1001),
    at(3000),
    at(3001),
    at(10_000),
    '😀'.repeat(2000),
  ],
]

const oddNumbers = [0, -0, -1, 0.1, 1e21, 1e308, 5e-324, 2 ** 31, 2 ** 53, 2 ** 53 + 2, -(2 ** 63), 1_000_001]

export const oddText = (dice: Dice): string => {
  const one = dice.oneOf(oddTexts)
  return dice.oneIn(4) ? one + dice.oneOf(oddTexts) : one
}

/** Anything that JSON can say. */
export function oddValue(dice: Dice): unknown {
  switch (dice.below(9)) {
    case 0:
      return null
    case 1:
      return dice.oneIn(2)
    case 2:
      return dice.oneOf(oddNumbers)
    case 3:
      return Array.from({ length: dice.below(30) }, () => oddText(dice))
    case 4:
      return nested(dice.oneOf([2, 19, 20, 21, 200, 5_000]))
    case 5:
      return Object.fromEntries(
        Array.from({ length: dice.oneOf([1, 100, 101, 200, 201]) }, (_, n) => [`k${n}`, n]),
      )
    case 6:
      return { [oddText(dice)]: oddText(dice) }
    default:
      return oddText(dice)
  }
}

/** Text, because an object that deep could not be written as JSON by everybody. */
function nested(levels: number): unknown {
  let value: unknown = 1
  for (let level = 0; level < Math.min(levels, 1_000); level++) value = level % 2 ? [value] : { a: value }
  return value
}
