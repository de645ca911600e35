import type { LookupResult } from '../../domain/glossary/lookup.ts'
import type { Persona } from '../../domain/glossary/persona.ts'
import type { Outcome } from '../../domain/handoff/refusal.ts'
import type { Deps } from '../../ports/deps.ts'
import { ifAllowed } from '../access/if-allowed.ts'
import { closestPersona, personasInUse } from './glossary.ts'

/** The personas in use. */
export const listPersonas = (deps: Deps, { userId }: { userId: string }): Promise<Outcome<Persona[]>> =>
  ifAllowed(deps, { userId, right: 'look-up' }, () => personasInUse(deps))

/** The persona that comes closest to what somebody typed. */
export const lookUpPersona = (
  deps: Deps,
  { userId, term }: { userId: string; term: string },
): Promise<Outcome<LookupResult<Persona>>> =>
  ifAllowed(deps, { userId, right: 'look-up' }, () => closestPersona(deps, term))

/** The persona that a card or a list names; `null` when it is in use no more. */
export const showPersona = (
  deps: Deps,
  { userId, key }: { userId: string; key: string },
): Promise<Outcome<Persona | null>> =>
  ifAllowed(deps, { userId, right: 'look-up' }, async () => find(await personasInUse(deps), key))

/** The same, for everybody in a channel to see. */
export const sharePersona = (
  deps: Deps,
  { userId, key }: { userId: string; key: string },
): Promise<Outcome<Persona | null>> =>
  ifAllowed(deps, { userId, right: 'share-to-channel' }, async () => find(await personasInUse(deps), key))

const find = (personas: Persona[], wanted: string): Persona | null =>
  personas.find(({ key }) => key === wanted) ?? null
