import * as fc from 'fast-check'
import { praiseCodes } from '../../../src/domain/handoff/reasons.ts'
import { agreement, people } from './agreement.ts'

/** What somebody wishes for; one message says the same as another. */
const wish = {
  request: fc.constantFrom('demo', 'demo', 'book', null),
  message: fc.constantFrom('call me', ' Call me', 'hello', null, null, null),
  asksAgain: fc.constantFrom(true, false, null, null, null, null),
}
/** What a sender says of a lead; few values each, so that leads meet. */
const form = fc.record({
  source: fc.constantFrom('web', 'crm'),
  externalId: fc.option(fc.constantFrom('1', '2', '3'), { freq: 4 }),
  email: fc.option(fc.constantFrom('ada', 'bob', 'ADA'), { freq: 4 }),
  title: fc.constantFrom('CEO', 'Intern', null),
  qualified: fc.constantFrom(true, false, null),
  isTest: fc.constantFrom(true, ...Array.from({ length: 8 }, () => null)),
  ...wish,
})
export type Form = typeof form extends fc.Arbitrary<infer T> ? T : never

/** The first lead's sender speaks of that person once more, by its own id or by the address alone. */
const again = fc.record({
  ...{ source: fc.constant('web'), externalId: fc.constantFrom('1', '1', null), email: fc.constant('ada') },
  ...{ title: fc.constantFrom('CEO', null, null), qualified: fc.constant(null), isTest: fc.constant(null) },
  ...wish,
})
const first = fc.oneof(form, again).map((of) => ({ ...of, qualified: true }))

const ids = people.map(({ id }) => id)
/** Mostly those who may, or most sequences would be refusals. */
const who = fc.oneof(
  { arbitrary: fc.constantFrom('U0ANNA', 'U0ANNA', 'U0ANNA', 'U0BEN', 'U0DORA'), weight: 2 },
  { arbitrary: fc.constantFrom(...ids), weight: 1 },
)
/** Which card, counted round, so that cards of older rounds are clicked as often; the last of these was forged. */
const card = fc.nat(11)
export const forged = 11
const click = { who, handoff: card }
const codes = [...agreement.reasons.map(({ code }) => code), 'no-such-reason']

const rejections = fc.record({
  do: fc.constant('reject' as const),
  ...click,
  reason: fc.constantFrom(...codes),
  attribute: fc.constantFrom('title', 'phone', null),
  actual: fc.constantFrom(' really ', ' ', null),
  note: fc.constantFrom(' because ', ' because ', ' ', null),
})
const praise = fc.record({
  do: fc.constant('praise' as const),
  ...click,
  praise: fc.constantFrom(...praiseCodes.slice(2)),
})
const clicks = fc.oneof(
  fc.record({ do: fc.constant('accept' as const), ...click }),
  fc.record({ do: fc.constant('prepare' as const), ...click }),
  fc.record({ do: fc.constant('show-contact' as const), ...click }),
  ...[praise, praise],
  ...[rejections, rejections, rejections],
)
export type Click = typeof clicks extends fc.Arbitrary<infer T> ? T : never

const receive = (of: fc.Arbitrary<Form>, key: fc.Arbitrary<number | null>) =>
  fc.record({ do: fc.constant('receive' as const), form: of, key })

const deliveries = fc.oneof(
  receive(form, fc.option(fc.nat(1), { freq: 2 })),
  receive(form, fc.constant(null)),
  ...[receive(again, fc.constant(null)), receive(again, fc.constant(null))],
  fc.record({
    do: fc.constant('receive-list' as const),
    forms: fc.array(fc.oneof(form, again), { minLength: 2, maxLength: 3 }),
  }),
  fc.record({ do: fc.constant('expire' as const), handoff: card }),
)
const others = fc.oneof(
  fc.record({ do: fc.constant('expire' as const), handoff: card }),
  fc.record({ do: fc.constant('save-stale' as const), handoff: card }),
  fc.record({ do: fc.constant('deliver' as const) }),
  fc.record({ do: fc.constant('deliver' as const) }),
  /** In vain: the channels are archived at that moment. */
  fc.record({ do: fc.constant('refuse' as const) }),
  /** Somebody deletes a card in Slack. */
  fc.record({ do: fc.constant('delete' as const), handoff: card }),
  /** Operations give up what was refused, or what waits; send what was refused again; or move it to another channel. */
  fc.record({ do: fc.constantFrom('drop' as const, 'drop-waiting' as const, 'retry' as const) }),
  fc.record({ do: fc.constant('move' as const) }),
  fc.record({ do: fc.constant('wait' as const), minutes: fc.integer({ min: 1, max: 20 }) }),
  /** The last click once more, of somebody who is impatient; or the last delivery that came with a key. */
  fc.record({ do: fc.constantFrom('click-again' as const, 'send-again' as const) }),
)

export type Step =
  | Click
  | (typeof deliveries extends fc.Arbitrary<infer T> ? T : never)
  | (typeof others extends fc.Arbitrary<infer T> ? T : never)

const begun = first.map((of): Step[] => [{ do: 'receive', form: of, key: null }])

/** A round has ended, and the next one begins: the first card is an old one from then on. */
const returned = fc
  .tuple(
    fc.constantFrom<Step>(
      { do: 'accept', who: 'U0ANNA', handoff: 0 },
      {
        do: 'reject',
        who: 'U0BEN',
        handoff: 0,
        reason: 'low-intent',
        attribute: null,
        actual: null,
        note: null,
      },
      { do: 'expire', handoff: 0 },
    ),
    again,
  )
  .map(([end, of]): Step[] => {
    const named = { ...of, externalId: '1' as const, qualified: true }
    return [
      { do: 'receive', form: named, key: null },
      end,
      { do: 'receive', form: { ...named, asksAgain: true }, key: null },
    ]
  })

/** One sequence; it begins with a lead, so that there is something to decide on. */
export const sequences: fc.Arbitrary<Step[]> = fc
  .tuple(
    fc.oneof(begun, begun, returned),
    fc.array(fc.oneof<fc.Arbitrary<Step>[]>(clicks, clicks, deliveries, others), {
      maxLength: 16,
      size: 'max',
    }),
  )
  .map(([beginning, rest]) => [...beginning, ...rest])
