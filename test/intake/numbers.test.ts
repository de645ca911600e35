import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { engines } from '../support/database.ts'
import { openDoor } from '../support/door.ts'

const digits = (most: number) => fc.stringMatching(new RegExp(`^[0-9]{1,${most}}$`))
/** Whatever a number may look like in JSON. */
const numberText = fc
  .tuple(
    fc.constantFrom('', '-'),
    digits(24).map((text) => text.replace(/^0+(?=.)/, '')),
    fc.oneof(
      fc.constant(''),
      digits(24).map((text) => `.${text}`),
    ),
    fc.oneof(
      fc.constant(''),
      fc.integer({ min: -420, max: 420 }).map((power) => `e${power}`),
    ),
  )
  .map((parts) => parts.join(''))

const known = [
  ...[
    '-0',
    '0',
    '1.0',
    '1e2',
    '9007199254740991',
    '9007199254740993',
    '12345678901234567890',
    '1e400',
    '-1e400',
  ],
  ...['1E-400', '0.1234567890123456789', '5e-324', '1.7976931348623157e308', '0.1', '100000000000000000000'],
]

const sampled = fc.sample(numberText, { numRuns: 60, seed: 4242 })
const texts = [...known, ...sampled]

describe.each(engines)('numbers on $name', (engine) => {
  it('are kept as exactly that number or exactly that text, and are no news when they are sent again', async () => {
    await using door = await openDoor(engine)
    const attributes = texts.map((text, n) => `"n${n}":${text}`).join()
    const lead = `{"external_id":"N-1","employees":-0,"score":{"points":-0},"attributes":{${attributes}}}`
    expect(await door.post(lead)).toMatchObject({ status: 202 })
    const stored = await door.desk.deps.db.leads.findByExternalId('website', 'N-1')
    for (const [n, text] of texts.entries()) {
      const kept = stored?.details.attributes[`n${n}`] ?? ''
      expect(kept === text || decimalOf(kept)).toEqual(kept === text || decimalOf(text))
    }
    const again = lead.replace('"n2":1.0', '"n2":1').replace('"employees":-0', '"employees":0')
    expect((await door.post(again)).body['leads']).toMatchObject([{ became: 'unchanged' }])
    expect(await door.desk.deps.db.leads.history(stored?.id ?? '')).toHaveLength(1)
  })

  it('that are ids are their digits', async () => {
    await using door = await openDoor(engine)
    for (const id of ['12345678901234567890', '42']) {
      expect(await door.post(`{"external_id":${id}}`)).toMatchObject({ status: 202 })
      expect((await door.post(`{"externalId":"${id}"}`)).body['leads']).toMatchObject([
        { became: 'unchanged', externalId: id },
      ])
    }
  })
})

it('that a field can’t hold are refused in words', async () => {
  const [engine] = engines
  if (!engine) throw new Error('no engine to test on')
  await using door = await openDoor(engine)
  const answer = await door.post(
    '{"external_id":"a","name":12345678901234567890,"employees":1e400,"score":{"points":0.1234567890123456789}}',
  )
  expect(answer.body['problems']).toEqual([
    { path: 'name', remedy: 'give a text' },
    { path: 'employees', remedy: 'give a number of at most 15 digits' },
    { path: 'score.points', remedy: 'give a number of at most 15 digits' },
  ])
  const large = await door.post('{"external_id":"a","score":{"points":9007199254740992}}')
  expect(large.body['problems']).toEqual([{ path: 'score.points', remedy: 'at most 1000000' }])
})

/** A decimal number without the zeros that mean nothing: its digits, and where its point is. */
function decimalOf(text: string): { digits: string; power: number } {
  const [, sign = '', whole = '', fraction = '', power = '0'] =
    /^(-?)(\d+)\.?(\d*)(?:e([+-]?\d+))?$/i.exec(text) ?? []
  const all = `${whole}${fraction}`.replace(/^0+/, '')
  const kept = all.replace(/0+$/, '')
  if (kept === '') return { digits: '0', power: 0 }
  return { digits: `${sign}${kept}`, power: Number(power) - fraction.length + all.length - kept.length }
}
