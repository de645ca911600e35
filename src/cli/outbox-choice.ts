import type { Stuck, Which } from '../ports/trouble-store.ts'

/** What somebody chose of the outbox, and whether to do it or only say what would be done. */
export interface Choice extends Which {
  yes?: true
  waiting?: true
}

export const chosen = (lane?: string, cause?: string): Which => ({
  ...(lane !== undefined && { lane }),
  ...(cause !== undefined && { cause }),
})

/** What waits, or was refused, in every channel is nothing to give up in one line. */
export function stuck({ waiting, lane, cause }: Choice): Stuck {
  if (waiting && lane === undefined)
    throw new Error('--waiting needs --lane. What waits, and in which channel: npm run baton -- outbox.')
  if (waiting && lane !== undefined) return { ...chosen(undefined, cause), waiting, lane }
  if (lane === undefined && cause === undefined)
    throw new Error('drop needs --lane or --cause. What was refused, and where: npm run baton -- outbox.')
  return chosen(lane, cause)
}

/** A channel or cause that was mistyped must not look like work done. */
export function refuseNothing(count: number, { lane, cause, waiting }: Stuck): void {
  const meant = [lane, cause].filter((part) => part !== undefined)
  if (count > 0 || meant.length === 0) return
  const what = waiting ? 'Nothing waits' : 'Nothing was refused'
  throw new Error(
    `${what} for ${meant.join(', ')}. See npm run baton -- outbox, and copy the channel’s id and the cause from there.`,
  )
}
