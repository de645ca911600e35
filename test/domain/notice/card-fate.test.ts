import { describe, expect, it } from 'vitest'
import {
  holdsLead,
  whenDropped,
  whenRefused,
  type CardPlace,
  type ToCard,
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
const everyToCard: ToCard[] = ['itself', 'below', 'nothing']
const places: CardPlace[] = ['stands', 'waits', 'refused', 'nowhere']
const causes = [null, gone, 'thread_not_found', ...outOfReach, ...inPlace, 'the card was never posted']

type Case = [toCard: ToCard, cause: string | null, card: CardPlace, fate: string]

const about = (toCard: ToCard, cause: string | null, card: CardPlace): Unshown => ({
  ...{ toCard, cause, card },
  isUndecided: true,
})

describe('a hand gives up a notice about an undecided lead', () => {
  const table: Case[] = [
    ...places.map((card): Case => ['itself', 'is_archived', card, card === 'stands' ? 'given-up' : 'kept']),
    ...places.map((card): Case => ['itself', null, card, card === 'stands' ? 'given-up' : 'kept']),
    ['below', gone, 'stands', 'card-anew'],
    ['below', 'thread_not_found', 'stands', 'card-anew'],
    ...outOfReach.map((cause): Case => ['below', cause, 'stands', 'kept']),
    ...inPlace.map((cause): Case => ['below', cause, 'stands', 'given-up']),
    ['below', null, 'stands', 'given-up'],
    ...[gone, 'is_archived', null].flatMap((cause): Case[] => [
      ['below', cause, 'waits', 'given-up'],
      ['below', cause, 'refused', 'given-up'],
      ['below', cause, 'nowhere', 'card-anew'],
    ]),
    // A word to somebody about the lead, which is nothing to its card.
    ...places.flatMap((card) => causes.map((cause): Case => ['nothing', cause, card, 'given-up'])),
  ]
  it.each(table)('%s, refused for %s, while the card %s: %s', (...[toCard, cause, card, fate]) => {
    expect(whenDropped(about(toCard, cause, card))).toBe(fate)
    expect(holdsLead(about(toCard, cause, card))).toBe(fate !== 'given-up')
  })

  it('never leaves it without a card that stands, waits, is told of or comes anew', () => {
    for (const card of places)
      for (const cause of causes)
        for (const toCard of ['itself', 'below'] as const) {
          const fate = whenDropped(about(toCard, cause, card))
          const isLeft =
            fate === 'given-up' && (card === 'nowhere' || (toCard === 'itself' && card !== 'stands'))
          expect(isLeft, `${toCard} ${cause} ${card}`).toBe(false)
        }
  })
})

it.each(everyToCard)('a hand gives up what no undecided lead needs: to the card %s', (toCard) => {
  for (const card of places)
    for (const cause of causes)
      expect(whenDropped({ toCard, cause, card, isUndecided: false })).toBe('given-up')
})

describe('Slack refuses', () => {
  const refused = (toCard: ToCard, cause: string, lead: Pick<Unshown, 'card' | 'isUndecided'>) =>
    whenRefused({ toCard, cause, ...lead, above: null, isOutdated: false })
  const undecided = { card: 'stands', isUndecided: true } as const
  const nowhere = { card: 'nowhere', isUndecided: true } as const
  const decided = { card: 'stands', isUndecided: false } as const

  it('what hangs below an undecided lead’s card: a card that is gone comes anew, all else is told', () => {
    for (const cause of [gone, 'thread_not_found'])
      expect(refused('below', cause, undecided)).toEqual({ fate: 'card-anew' })
    for (const cause of [...outOfReach, ...inPlace])
      expect(refused('below', cause, undecided)).toEqual({ fate: 'kept', cause })
    expect(refused('below', 'the card was never posted', nowhere)).toEqual({ fate: 'card-anew' })
  })

  it('what hangs below a decided lead’s card: it needs no new card', () => {
    expect(refused('below', gone, decided)).toEqual({ fate: 'given-up', cause: gone })
    expect(refused('below', 'is_archived', decided)).toEqual({ fate: 'kept', cause: 'is_archived' })
  })

  it.each(['itself', 'nothing'] as const)('what is to a card %s: it is told', (toCard) => {
    for (const cause of [gone, 'is_archived'])
      for (const card of places)
        for (const isUndecided of [true, false])
          expect(refused(toCard, cause, { card, isUndecided })).toEqual({ fate: 'kept', cause })
  })

  it('what hangs below a card or a digest that was refused or given up: it shares that fate', () => {
    for (const toCard of ['below', 'nothing'] as const)
      for (const fate of ['kept', 'given-up'] as const) {
        const above = { fate, cause: 'not_in_channel' }
        const facts = { toCard, cause: 'x', card: 'refused' as const, isUndecided: false, isOutdated: false }
        expect(whenRefused({ ...facts, above })).toEqual(above)
      }
  })

  it('an undecided lead’s update whose card was given up, once upon a time: the card comes anew', () => {
    const above = { fate: 'given-up' as const, cause: 'dropped by Olga' }
    const facts = { toCard: 'below' as const, cause: 'x', isUndecided: true, isOutdated: false }
    expect(whenRefused({ ...facts, card: 'nowhere', above })).toEqual({ fate: 'card-anew' })
  })

  it('what was below a card that is another one by now: it goes to that one', () => {
    const facts = {
      ...{ toCard: 'below' as const, cause: gone, card: 'stands' as const, above: null, isOutdated: true },
    }
    for (const isUndecided of [true, false])
      expect(whenRefused({ ...facts, isUndecided })).toEqual({ fate: 'again' })
  })
})
