import type { Actor, KindName } from '../cast.ts'
import { cast } from '../cast.ts'
import type { Team } from '../team.ts'

/** Something a person can do in Slack, and who may. */
export interface Deed {
  /** The id that comes back from Slack, as src/slack/ids.ts names it. */
  id: string
  may: readonly KindName[]
  /** Sets the scene: for the one who may and will do it, or for all who will try in vain. */
  stage(team: Team, doer?: Actor): Promise<Scene>
}

export interface Scene {
  act(who: Actor): Promise<unknown>
  /** Where a person reads why not. */
  where: 'whisper' | 'modal' | 'home'
  /** What there is to see once it was done, and nothing before; `told` is what the person was told since. */
  done(who: Actor, told: string): unknown
}

export const deciders = ['sales', 'manager'] as const
export const improvers = ['marketing', 'operations'] as const
export const everyRole = [...deciders, ...improvers] as const
export const members = [...everyRole, 'member without a role', 'admin without a role'] as const
export const readers = [
  ...members,
  ...(['guest', 'guest of one channel', 'guest whom every role names'] as const),
] as const

/** Somebody of that kind who speaks English and lends a hand where a scene needs one. */
export function lender(kind: KindName): Actor {
  const found = cast.find((actor) => actor.kind === kind && actor.language === 'en')
  if (!found) throw new Error(`nobody in the cast is a ${kind}`)
  return found
}

/** Puts a modal before somebody who never opened it, as it stands before somebody else. */
export function plant({ slack: { state } }: Team, from: Actor, to: Actor): void {
  const open = state.modals.get(from.id)?.at(-1)
  if (!open) throw new Error(`${from.kind} has no modal open`)
  if (from.id === to.id) return
  state.modals.set(to.id, [{ ...structuredClone(open), id: `${open.id}${to.id}` }])
}
