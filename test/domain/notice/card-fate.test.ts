import { describe, expect, it } from 'vitest'
import {
  holdsLead,
  whenDropped,
  whenRefused,
  type CardPlace,
  type Unshown,
} from '../../../src/domain/notice/card-fate.ts'

const gone = 'message_not_found'
const outOfReach = ['is_archived', 'channel_not_found', 'not_in_channel', 'cant_update_message', 'a_new_code']
const inPlace = [
  'edit_window_closed',
  'invalid_blocks',
  'restricted_action_thread_locked',
  "can't be drawn: x",
]
const onCard = ['card-update', 'thread'] as const
const places: CardPlace[] = ['stands', 'waits', 'refused', 'nowhere']
const causes = [null, gone, 'thread_not_found', ...outOfReach, ...inPlace, 'the card was never posted']

type Case = [kind: 'card' | (typeof onCard)[number], cause: string | null, card: CardPlace, fate: string]

const about = (kind: Unshown['kind'], cause: string | null, card: CardPlace): Unshown => ({
  ...{ kind, cause, card },
  isUndecided: true,
})

describe('a hand gives up a notice about an undecided lead', () => {
  const table: Case[] = [
    ...places.map((card): Case => ['card', 'is_archived', card, card === 'stands' ? 'given-up' : 'kept']),
    ...places.map((card): Case => ['card', null, card, card === 'stands' ? 'given-up' : 'kept']),
    ...onCard.flatMap((kind): Case[] => [
      [kind, gone, 'stands', 'card-anew'],
      [kind, 'thread_not_found', 'stands', 'card-anew'],
      ...outOfReach.map((cause): Case => [kind, cause, 'stands', 'kept']),
      ...inPlace.map((cause): Case => [kind, cause, 'stands', 'given-up']),
      [kind, null, 'stands', 'given-up'],
      ...[gone, 'is_archived', null].flatMap((cause): Case[] => [
        [kind, cause, 'waits', 'given-up'],
        [kind, cause, 'refused', 'given-up'],
        [kind, cause, 'nowhere', 'card-anew'],
      ]),
    ]),
  ]
  it.each(table)('%s, refused for %s, while the card %s: %s', (...[kind, cause, card, fate]) => {
    expect(whenDropped(about(kind, cause, card))).toBe(fate)
    expect(holdsLead(about(kind, cause, card))).toBe(fate !== 'given-up')
  })

  it('never leaves it without a card that stands, waits, is told of or comes anew', () => {
    for (const card of places)
      for (const cause of causes)
        for (const kind of ['card', ...onCard] as const) {
          const fate = whenDropped(about(kind, cause, card))
          const isLeft = fate === 'given-up' && (card === 'nowhere' || (kind === 'card' && card !== 'stands'))
          expect(isLeft, `${kind} ${cause} ${card}`).toBe(false)
        }
  })
})

it.each(['card', 'card-update', 'thread', 'digest', 'digest-csv', 'ledger', 'trouble'] as const)(
  'a hand gives up a %s that no undecided lead needs',
  (kind) => {
    for (const card of places)
      for (const cause of causes)
        expect(whenDropped({ kind, cause, card, isUndecided: false })).toBe('given-up')
  },
)

describe('Slack refuses', () => {
  const refused = (kind: Unshown['kind'], cause: string, lead: Pick<Unshown, 'card' | 'isUndecided'>) =>
    whenRefused({ kind, cause, ...lead, above: null, isOutdated: false })
  const undecided = { card: 'stands', isUndecided: true } as const
  const nowhere = { card: 'nowhere', isUndecided: true } as const
  const decided = { card: 'stands', isUndecided: false } as const

  it.each(onCard)('a %s of an undecided lead: a card that is gone comes anew, all else is told', (kind) => {
    for (const cause of [gone, 'thread_not_found'])
      expect(refused(kind, cause, undecided)).toEqual({ fate: 'card-anew' })
    for (const cause of [...outOfReach, ...inPlace])
      expect(refused(kind, cause, undecided)).toEqual({ fate: 'kept', cause })
    expect(refused(kind, 'the card was never posted', nowhere)).toEqual({ fate: 'card-anew' })
  })

  it.each(onCard)('a %s of a decided lead: it needs no new card', (kind) => {
    expect(refused(kind, gone, decided)).toEqual({ fate: 'given-up', cause: gone })
    expect(refused(kind, 'is_archived', decided)).toEqual({ fate: 'kept', cause: 'is_archived' })
  })

  it.each(['card', 'digest', 'digest-csv', 'ledger', 'trouble-update'] as const)(
    'a %s: it is told',
    (kind) => {
      for (const cause of [gone, 'is_archived'])
        expect(refused(kind, cause, { card: 'nowhere', isUndecided: kind === 'card' })).toEqual({
          fate: 'kept',
          cause,
        })
    },
  )

  it('what hangs below a card or a digest that was refused or given up: it shares that fate', () => {
    for (const kind of [...onCard, 'digest-csv'] as const)
      for (const fate of ['kept', 'given-up'] as const) {
        const above = { fate, cause: 'not_in_channel' }
        const facts = { kind, cause: 'x', card: 'refused' as const, isUndecided: false, isOutdated: false }
        expect(whenRefused({ ...facts, above })).toEqual(above)
      }
  })

  it('an undecided lead’s update whose card was given up, once upon a time: the card comes anew', () => {
    const above = { fate: 'given-up' as const, cause: 'dropped by Olga' }
    const facts = { kind: 'card-update' as const, cause: 'x', isUndecided: true, isOutdated: false }
    expect(whenRefused({ ...facts, card: 'nowhere', above })).toEqual({ fate: 'card-anew' })
  })

  it.each(onCard)('a %s at a card that is another one by now: it goes to that one', (kind) => {
    const facts = { kind, cause: gone, card: 'stands' as const, above: null, isOutdated: true }
    for (const isUndecided of [true, false])
      expect(whenRefused({ ...facts, isUndecided })).toEqual({ fate: 'again' })
  })
})
