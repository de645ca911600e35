const times = <T>(count: number, make: (n: number) => T): T[] =>
  Array.from({ length: count }, (_, n) => make(n))
const fields = (count: number, make: (n: number) => unknown) =>
  Object.fromEntries(times(count, (n): [string, unknown] => [`k${n}`, make(n)]))
const long = (unit: string, bytes: number) => unit.repeat(Math.floor(bytes / Buffer.byteLength(unit)))
const leads = (count: number, make: (n: number) => object) =>
  times(count, (n) => ({ external_id: `heavy-${n}`, ...make(n) }))
/** A list of leads of about the size that one may have, each with its attributes full of one thing. */
const stuffed = (unit: string) => leads(8, () => ({ attributes: fields(60, () => long(unit, 3_900)) }))
const family = '👩‍👩‍👧‍👦'

/** Requests that a known sender may send, each the worst of its kind: valid ones, and some that are refused. */
export const heavyRequests: Record<string, () => string> = {
  'objects as attributes': () =>
    JSON.stringify(leads(500, () => ({ attributes: fields(150, () => ({ a: 1 })) }))),
  'all attributes there may be': () =>
    JSON.stringify(leads(500, () => ({ attributes: fields(100, (n) => `value ${n}`) }))),
  'long attributes': () =>
    JSON.stringify(leads(500, () => ({ attributes: fields(4, () => long('ä b', 950)) }))),
  numbers: () => JSON.stringify(leads(500, () => ({ attributes: fields(100, (n) => n / 7) }))),
  'numbers of many digits': () =>
    `[${times(400, (n) => `{"external_id":"d${n}","attributes":{"a":${'1234567890'.repeat(99)},"b":0.${'0'.repeat(900)}1}}`).join()}]`,
  'a number of 200,000 digits': () => `[{"external_id":"n","attributes":{"a":${'1'.repeat(200_000)}}}]`,
  'a list without end': () => '['.repeat(2_000_000),
  'trees of lists': () =>
    `[${times(500, () => `[${times(50, () => '['.repeat(18) + ']'.repeat(18)).join()}]`).join()}]`,
  'objects in objects': () => '{"a":'.repeat(340_000),
  'one lead of many values': () =>
    JSON.stringify([{ external_id: 'v', attributes: { a: times(900_000, () => 1) } }]),
  'many leads of many values': () =>
    JSON.stringify(leads(500, () => ({ attributes: { a: times(1_900, () => 1) } }))),
  'unknown fields': () => JSON.stringify(times(500, () => fields(199, () => 1))),
  'names without end': () => JSON.stringify(leads(500, (n) => ({ [long('y', 3_900)]: n }))),
  'the same field again and again': () => `[{${times(1_900, () => '"email":"x"').join()}}]`,
  'leads that are none': () => JSON.stringify(times(500, () => 'x')),
  'no lead at all': () => JSON.stringify(times(100_000, () => 1)),
  'reasons that are none': () =>
    JSON.stringify(leads(500, () => ({ score: { points: 1, reasons: times(1_900, () => 1) } }))),
  reasons: () =>
    JSON.stringify(leads(480, () => ({ score: { points: 1, reasons: times(20, () => long('x ', 190)) } }))),
  'e-mail addresses': () =>
    JSON.stringify(times(500, (n) => ({ email: `${long('a.', 60)}${n}@${long('b-', 100)}.de` }))),
  'an e-mail address without end': () => JSON.stringify([{ email: `${long('a.', 200_000)}@x.yz` }]),
  'web addresses': () => JSON.stringify(leads(500, () => ({ website: `http://${long('ü.', 1_900)}` }))),
  'a web address without end': () =>
    JSON.stringify(leads(8, () => ({ website: `http://${long('ü.', 200_000)}` }))),
  quotes: () => `[${times(8, () => `{"name":"${'\\"'.repeat(120_000)}"}`).join()}]`,
  backslashes: () => `[${times(8, () => `{"name":"${'\\\\'.repeat(120_000)}"}`).join()}]`,
  faces: () => JSON.stringify(leads(200, () => ({ message: long('😀', 10_000) }))),
  families: () => JSON.stringify(leads(100, () => ({ message: long(family, 11_000) }))),
  'as many families as stay whole': () => JSON.stringify(stuffed(family)),
  'emoji that wait to be joined': () => JSON.stringify(stuffed('👩‍')),
  'pairs that no list has': () => JSON.stringify(stuffed('👩‍👩 ')),
  selectors: () => JSON.stringify(stuffed('👩\uFE0F')),
  'zero-width signs': () => JSON.stringify(stuffed('x\u200B')),
  'nothing to be seen': () => JSON.stringify(leads(8, () => ({ message: long('\u200B', 240_000) }))),
  marks: () => JSON.stringify(stuffed('a\u0301\u0301\u0301\u0301\u0301')),
  lines: () => JSON.stringify(leads(8, () => ({ attributes: fields(40, () => long('x\n', 3_900)) }))),
  // What begins as usual, and ends otherwise.
  'words that end otherwise': () =>
    JSON.stringify(leads(8, () => ({ attributes: fields(60, () => `${long('a', 990)}é`) }))),
  'sentences that end otherwise': () =>
    JSON.stringify(leads(8, () => ({ attributes: fields(60, () => `${long('ab c ', 990)}é`) }))),
  'numbers that end otherwise': () =>
    JSON.stringify(leads(8, () => ({ attributes: fields(60, () => `${long('1', 990)}é`) }))),
  blanks: () => JSON.stringify(stuffed('x  ')),
}
