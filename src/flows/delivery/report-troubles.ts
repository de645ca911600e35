import type { Notice } from '../../domain/notice/notice.ts'
import { namedIn } from '../../domain/people/roles.ts'
import { howToTell, mended, type Told, type Trouble } from '../../domain/notice/trouble.ts'
import { fullMembers } from '../access/full-members.ts'
import type { Deps } from '../../ports/deps.ts'
import { retryOnConflict } from '../errors/retry-on-conflict.ts'

/**
 * Tells everybody of operations what is refused for good, in one message for each cause. The message is drawn anew when
 * the count changes, and says when the cause is mended. `true` when there is something to tell. Where the playbook names
 * nobody, only App Home, the log and /readyz say it.
 */
export async function reportTroubles(deps: Deps): Promise<boolean> {
  const { roles } = (await deps.db.playbooks.current()).document
  const people = await fullMembers(deps, await deps.people.holders(namedIn(roles.operations)))
  if (people.length === 0) return false
  return retryOnConflict(() => tell(deps, people))
}

function tell(deps: Deps, people: string[]): Promise<boolean> {
  return deps.db.transaction(async (stores) => {
    await stores.takeTurn('troubles')
    const told = await stores.troubles.told(people)
    const troubles = (await stores.troubles.all()).filter(({ isReport }) => !isReport)
    const notices = people.flatMap((userId) => {
      const known = told.filter((one) => one.userId === userId)
      const news = newsFor(troubles, known, deps.now())
      return news.map((one): Notice => ({ id: deps.newId(), lane: userId, ...one }))
    })
    await stores.troubles.tell(notices)
    return notices.length > 0
  })
}

/** What one person does not know yet: causes that are new or have changed, and those that are mended. */
function newsFor(troubles: Trouble[], told: Told[], now: Date): News[] {
  const known = troubles.map((trouble) => newsOf(trouble, told.find(isAbout(trouble)), now))
  const gone = told.filter((one) => !troubles.some(isAbout(one)))
  return [...known, ...gone.map((one) => newsOf({ ...one, ...mended }, one, now))].filter(
    (news) => news !== null,
  )
}

/** A message of its own; or the one that was sent, drawn anew, and so below that one. */
type News = Pick<Notice, 'content' | 'below'>

type Open = Pick<Trouble, 'lane' | 'cause' | 'count' | 'tries'>

function newsOf({ lane, cause, count, tries }: Open, told: Told | undefined, now: Date): News | null {
  const facts = { about: { lane, cause }, known: { count, tries } }
  switch (howToTell(facts.known, told, now)) {
    case 'anew':
      return { content: { kind: 'trouble', ...facts } }
    case 'in-place':
      return told ? { content: { kind: 'trouble-update', ...facts }, below: { notice: told.noticeId } } : null
    case 'not':
      return null
  }
}

const isAbout =
  ({ lane, cause }: Pick<Trouble, 'lane' | 'cause'>) =>
  (other: Pick<Trouble, 'lane' | 'cause'>): boolean =>
    other.lane === lane && other.cause === cause
