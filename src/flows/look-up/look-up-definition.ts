import type { Definition } from '../../domain/glossary/definition.ts'
import type { LookupResult } from '../../domain/glossary/lookup.ts'
import type { Outcome } from '../../domain/handoff/refusal.ts'
import type { Deps } from '../../ports/deps.ts'
import { ifAllowed } from '../access/if-allowed.ts'
import { closestDefinition, definitionsInUse } from './glossary.ts'

/** The glossary both teams signed, without what they took out of use. */
export const listDefinitions = (deps: Deps, { userId }: { userId: string }): Promise<Outcome<Definition[]>> =>
  ifAllowed(deps, { userId, right: 'look-up' }, () => definitionsInUse(deps))

/** The term of the glossary that comes closest to what somebody typed. */
export const lookUpDefinition = (
  deps: Deps,
  { userId, term }: { userId: string; term: string },
): Promise<Outcome<LookupResult<Definition>>> =>
  ifAllowed(deps, { userId, right: 'look-up' }, () => closestDefinition(deps, term))

/** A term for everybody in a channel to see; `null` when it is not there any more. */
export const shareDefinition = (
  deps: Deps,
  { userId, key: wanted }: { userId: string; key: string },
): Promise<Outcome<Definition | null>> =>
  ifAllowed(deps, { userId, right: 'share-to-channel' }, async () => {
    const all = await definitionsInUse(deps)
    return all.find(({ key }) => key === wanted) ?? null
  })
