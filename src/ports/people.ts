import type { Person } from '../domain/people/person.ts'
import type { Named } from '../domain/people/roles.ts'

export interface People {
  /** Somebody Slack does not know, or not any more, counts as deleted. @throws Error when Slack can't be asked */
  find(userId: string): Promise<Person>
  /** Ids of those whom a role names, one by one or by user groups. */
  holders(named: Named): Promise<string[]>
}
