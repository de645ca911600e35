import type { Database } from '../../ports/database.ts'

const turns = new WeakMap<Database, Promise<unknown>>()

/**
 * One after the other in this process, so that lists that wait for their turn among all instances do not each hold
 * a connection meanwhile.
 */
export function inTurn<T>(db: Database, work: () => Promise<T>): Promise<T> {
  const turn = (turns.get(db) ?? Promise.resolve()).then(work)
  turns.set(
    db,
    turn.catch(() => 'the next in turn does not care how this one ended'),
  )
  return turn
}
