import { describe, expect, it } from 'vitest'
import { loggable as say } from '../../../src/flows/errors/loggable.ts'

const here = String.raw` at \S+:\d+`

describe('an error in the log', () => {
  it('is its name, its code and its place, never its message', () => {
    const error = Object.assign(new TypeError('mia@example.com is none'), { code: 'ERR_INVALID' })
    expect(say(error)).toMatch(new RegExp(`^TypeError ERR_INVALID${here}$`))
  })

  it("is what Slack's answer called it", () => {
    const error = Object.assign(new Error('An API error occurred'), { data: { error: 'not_in_channel' } })
    expect(say(error)).toMatch(new RegExp(`^Error not_in_channel${here}$`))
  })

  it('is what the database called it, behind Prisma', () => {
    const cause = { originalCode: '53100', originalMessage: 'mia@example.com' }
    const meta = { driverAdapterError: new Error('mia@example.com', { cause }) }
    expect(say(Object.assign(new Error('x'), { code: 'P2039', meta }))).toMatch(
      new RegExp(`^Error P2039 53100${here}$`),
    )
  })

  it.each([[{ error: 'mia@example.com' }], [{ error: '<html> a page' }], [{}], [null], ['text']])(
    'takes no text for a code: %j',
    (data) => expect(say(Object.assign(new Error('x'), { data }))).toMatch(new RegExp(`^Error${here}$`)),
  )

  it("names what a library's wrapper carries, one or several", () => {
    const original = Object.assign(new RangeError('secret'), { code: 'ERR_RANGE' })
    const one = Object.assign(new Error('wrapped'), { code: 'slack_bolt_unknown_error', original })
    expect(say(one)).toMatch(
      new RegExp(`^Error slack_bolt_unknown_error${here}: RangeError ERR_RANGE${here}$`),
    )
    const together = new AggregateError([original], 'secret')
    expect(say(together)).toMatch(new RegExp(`^AggregateError${here}: RangeError ERR_RANGE${here}$`))
    const several = Object.assign(new Error('wrapped'), { originals: [original, new TypeError('x')] })
    expect(say(several)).toMatch(new RegExp(`^Error${here}: RangeError ERR_RANGE${here}: TypeError${here}$`))
  })

  it('names the place of ours before that of a library', () => {
    const error = new Error('x')
    error.stack =
      'Error: x\n    at f (/app/node_modules/lib/src/a.js:1:2)\n    at g (/app/src/slack/ids.ts:7:1)'
    expect(say(error)).toBe('Error at src/slack/ids.ts:7')
  })

  it('is unknown where something else was thrown', () => expect(say('mia@example.com')).toBe('unknown error'))
})
