import { whenDropped } from '../../domain/notice/card-fate.ts'
import type { ByOperator } from '../access/operator.ts'
import type { Affected, Fates, Stuck } from '../../ports/trouble-store.ts'

interface GivingUp {
  which: Stuck
  /** Who says so, and why nobody will miss it. */
  because: string
  /** Only say what would be done. */
  isTrial?: boolean
}

/** How many notices are given up, those among them that are only set aside, and what was not given up. */
export interface GivenUp {
  count: number
  setAside: number
  /** They hold a lead that nobody has decided, and stay among what was refused. */
  kept: number
  /** Leads that get a new card, as nobody could decide them any more. */
  cardsAnew: number
}

/** Gives up what was refused, or what waits. An undecided lead keeps its card, or gets a new one. */
export function giveUp(deps: ByOperator, { which, because, isTrial = false }: GivingUp): Promise<GivenUp> {
  return deps.db.transaction(async ({ troubles }) => {
    const { kept, ...fates } = fatesOf(await troubles.affected(which))
    if (!isTrial) await troubles.settle(fates, because)
    const { drop, setAside, cardsAnew } = fates
    const count = drop.length + setAside.length
    return { count, setAside: setAside.length, kept: kept.length, cardsAnew: cardsAnew.length }
  })
}

function fatesOf(notices: Affected[]): Fates & { kept: string[] } {
  const of = (fate: ReturnType<typeof whenDropped>) =>
    notices.filter((notice) => whenDropped(notice) === fate)
  const anew = of('card-anew')
  return {
    drop: [...of('given-up'), ...anew].map(({ id }) => id),
    setAside: of('kept').flatMap(({ id, isWaiting }) => (isWaiting ? id : [])),
    kept: of('kept').flatMap(({ id, isWaiting }) => (isWaiting ? [] : id)),
    cardsAnew: [...new Set(anew.flatMap(({ handoffId }) => handoffId ?? []))],
  }
}
