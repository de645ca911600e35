import type { Acceptance, Handoff } from './handoff.ts'

/** Whoever accepted this person last, in any of these earlier rounds; `null` where nobody has. */
export function ownerBefore(earlier: Handoff[]): Acceptance | null {
  const accepted = earlier.flatMap((round) => (round.status === 'accepted' ? [round] : []))
  const latest = accepted
    .toReversed()
    .toSorted((a, b) => b.handedOffAt.getTime() - a.handedOffAt.getTime())[0]
  return latest?.decision ?? null
}
