import type { Deps } from '../../ports/deps.ts'

/** Those of them who are full members of the workspace today. */
export async function fullMembers(deps: Pick<Deps, 'people'>, userIds: string[]): Promise<string[]> {
  const people = await Promise.all(userIds.map((userId) => deps.people.find(userId)))
  return people.filter(({ kind }) => kind === 'member').map(({ id }) => id)
}
