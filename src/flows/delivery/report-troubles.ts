import type { Notice, NoticeContent } from '../../domain/notice/notice.ts'
import { namedIn } from '../../domain/people/roles.ts'
import { howToTell, mended, type Told, type Trouble } from '../../domain/notice/trouble.ts'
import { fullMembers } from '../access/full-members.ts'
import type { Deps } from '../../ports/deps.ts'
import { retryOnConflict } from '../errors/retry-on-conflict.ts'

/**
 * Tells everybody of operations what Slack refuses for good: one message for each cause, which counts on instead of
 * being repeated, and says so when it is mended. `true` when there is something to tell. Where the playbook names
 * nobody, App Home, the log and /readyz say it alone.
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
      const contents = newsFor(troubles, known, deps.now())
      return contents.map((content): Notice => ({ id: deps.newId(), lane: userId, content }))
    })
    await stores.troubles.tell(notices)
    return notices.length > 0
  })
}

/** What one person does not know yet: causes that are new or have changed, and those that are mended. */
function newsFor(troubles: Trouble[], told: Told[], now: Date): NoticeContent[] {
  const known = troubles.map((trouble) => contentOf(trouble, told.find(isAbout(trouble)), now))
  const gone = told.filter((one) => !troubles.some(isAbout(one)))
  return [...known, ...gone.map((one) => contentOf({ ...one, ...mended }, one, now))].filter(
    (content) => content !== null,
  )
}

type Open = Pick<Trouble, 'lane' | 'cause' | 'count' | 'tries'>

function contentOf(
  { lane, cause, count, tries }: Open,
  told: Told | undefined,
  now: Date,
): NoticeContent | null {
  const facts = { about: { lane, cause }, known: { count, tries } }
  switch (howToTell(facts.known, told, now)) {
    case 'anew':
      return { kind: 'trouble', ...facts }
    case 'in-place':
      return told ? { kind: 'trouble-update', ...facts, below: told.noticeId } : null
    case 'not':
      return null
  }
}

const isAbout =
  ({ lane, cause }: Pick<Trouble, 'lane' | 'cause'>) =>
  (other: Pick<Trouble, 'lane' | 'cause'>): boolean =>
    other.lane === lane && other.cause === cause
