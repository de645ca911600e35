import * as fc from 'fast-check'
import { praiseCodes } from '../../../src/domain/handoff/reasons.ts'
import { agreement, people } from './agreement.ts'

/** What a sender says of a lead; few values each, so that leads meet. */
const form = fc.record({
  source: fc.constantFrom('web', 'crm'),
  externalId: fc.option(fc.constantFrom('1', '2', '3'), { freq: 4 }),
  email: fc.option(fc.constantFrom('ada', 'bob', 'ADA'), { freq: 4 }),
  request: fc.constantFrom('demo', 'demo', 'book', null),
  title: fc.constantFrom('CEO', 'Intern', null),
  qualified: fc.constantFrom(true, false, null),
})
export type Form = typeof form extends fc.Arbitrary<infer T> ? T : never

const ids = people.map(({ id }) => id)
/** Mostly those who may, or most sequences would be refusals. */
const who = fc.oneof(
  { arbitrary: fc.constantFrom('U0ANNA', 'U0ANNA', 'U0ANNA', 'U0BEN', 'U0DORA'), weight: 2 },
  { arbitrary: fc.constantFrom(...ids), weight: 1 },
)
/** Which card, counted round; the last of these was forged. */
const card = fc.nat(7)
export const forged = 7
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

const others = fc.oneof(
  fc.record({ do: fc.constant('receive' as const), form, key: fc.option(fc.nat(1), { freq: 2 }) }),
  fc.record({ do: fc.constant('receive' as const), form, key: fc.constant(null) }),
  fc.record({
    do: fc.constant('receive-list' as const),
    forms: fc.array(form, { minLength: 2, maxLength: 3 }),
  }),
  fc.record({ do: fc.constant('expire' as const), handoff: card }),
  fc.record({ do: fc.constant('save-stale' as const), handoff: card }),
  fc.record({ do: fc.constant('deliver' as const) }),
  fc.record({ do: fc.constant('deliver' as const) }),
  /** In vain: the channel is archived at that moment. */
  fc.record({ do: fc.constant('refuse' as const) }),
  /** Somebody deletes a card in Slack. */
  fc.record({ do: fc.constant('delete' as const), handoff: card }),
  /** Operations give up what was refused, or what waits; or send what was refused again. */
  fc.record({ do: fc.constantFrom('drop' as const, 'drop-waiting' as const, 'retry' as const) }),
  fc.record({ do: fc.constant('wait' as const), minutes: fc.integer({ min: 1, max: 20 }) }),
  /** The last click once more, of somebody who is impatient; or the last delivery that came with a key. */
  fc.record({ do: fc.constantFrom('click-again' as const, 'send-again' as const) }),
)

export type Step = Click | (typeof others extends fc.Arbitrary<infer T> ? T : never)

/** One sequence; it begins with a lead, so that there is something to decide on. */
export const sequences: fc.Arbitrary<Step[]> = fc
  .tuple(
    form,
    fc.array(fc.oneof<fc.Arbitrary<Step>[]>(clicks, clicks, others, others), { maxLength: 14, size: 'max' }),
  )
  .map(([first, rest]) => [
    { do: 'receive' as const, form: { ...first, qualified: true }, key: null },
    ...rest,
  ])
