import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { evolve } from '../../../src/domain/handoff/evolve.ts'
import type { LeadEvent } from '../../../src/domain/handoff/events.ts'
import { statusOf, type Lead } from '../../../src/domain/lead/lead.ts'
import { histories, mostRounds, played, type Deed } from '../../support/random-rounds.ts'

/** A history, and the lead as it was after each of its events. */
function lived(deeds: Deed[]) {
  const transitions = played('lead-1', deeds)
  const events = transitions.flatMap((transition) => transition.events)
  const states = events.map((_, index) => events.slice(0, index + 1).reduce<Lead | null>(evolve, null))
  return { lead: transitions.at(-1)?.after, events, states: states.filter((state) => state !== null) }
}

const always = (seed: number, holds: (life: ReturnType<typeof lived>) => void) =>
  fc.assert(
    fc.property(histories, (deeds) => holds(lived(deeds))),
    { seed, numRuns: 500 },
  )

describe('a lead of several rounds', () => {
  it('is rebuilt from its history', () => {
    const seen = new Set<number>()
    always(31, ({ lead, events, states }) => {
      seen.add(lead?.handoffs.length ?? 0)
      expect(states.at(-1)).toEqual(lead)
      expect(events.map(({ version }) => version)).toEqual(events.map((_, index) => index + 1))
      expect(lead?.version).toBe(events.length)
    })
    expect(seen).toEqual(new Set(Array.from({ length: mostRounds + 1 }, (_, rounds) => rounds)))
  })

  it('has one open round at most, the latest, and stands as that one does', () => {
    always(32, ({ states }) => {
      for (const { handoffs, status } of states) {
        const earlier = handoffs.slice(0, -1)
        expect(earlier.filter((handoff) => handoff.status === 'open')).toEqual([])
        expect(handoffs.map(({ round }) => round)).toEqual(handoffs.map((_, index) => index + 1))
        expect(status).toBe(statusOf(handoffs))
      }
    })
  })

  it('changes in one round at a time: the one that its event is about', () => {
    always(33, ({ events, states }) => {
      for (const [index, after] of states.entries()) {
        const before = states[index - 1]?.handoffs ?? []
        const changed = after.handoffs.filter((handoff, place) => !isSame(handoff, before[place]))
        expect(changed.map(({ id }) => id).filter((id) => id !== roundOf(events[index]))).toEqual([])
      }
    })
  })

  it('keeps a decision: later only praise is added to it', () => {
    always(34, ({ events, states }) => {
      const ends = new Set(['lead-accepted', 'lead-rejected', 'lead-expired'])
      const ended = events.filter(({ type }) => ends.has(type)).map(roundOf)
      expect(new Set(ended).size).toBe(ended.length)
      const last = states.at(-1)?.handoffs ?? []
      for (const { handoffs } of states) {
        const closed = handoffs.filter(({ status }) => status !== 'open')
        const now = closed.map(({ round }) => last[round - 1])
        expect(now.map(withoutPraise)).toEqual(closed.map(withoutPraise))
      }
    })
  })
})

const roundOf = (event: LeadEvent | undefined): string | null =>
  event && 'handoffId' in event ? event.handoffId : null

const isSame = (one: unknown, other: unknown): boolean => JSON.stringify(one) === JSON.stringify(other)

function withoutPraise(handoff: Lead['handoffs'][number] | undefined) {
  return handoff?.status === 'accepted'
    ? { ...handoff, decision: { ...handoff.decision, praise: null } }
    : handoff
}
