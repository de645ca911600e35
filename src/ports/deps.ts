import type { Database } from './database.ts'
import type { People } from './people.ts'

/** What the outside world gives a flow. */
export interface Deps {
  db: Database
  people: People
  now: () => Date
  newId: () => string
}
