import type { Sandbox, SandboxMessage } from '../../../src/sandbox/sandbox.ts'
import { stored } from '../stored.ts'

/** Parts of digests, as `kind week`; one that came twice stands there twice. */
export interface Digests {
  /** What the channels show. */
  shown: string[]
  /** Private ones that came again and said so: Baton can't look into a direct message for one whose answer was lost. */
  repeats: string[]
  /** What the database promised to show. */
  promised: string[]
  /** When the digest of each week was made, by the clock of the process that made it. */
  madeAt: Map<string, Date>
}

/** Everything that is to be seen and stored of digests. */
export async function readDigests(slack: Sandbox, database: Record<string, string>): Promise<Digests> {
  const notices = await stored<{ id: string; kind: string; week: string }>(
    database,
    `SELECT id, kind, content->>'week' AS week FROM "Notice" WHERE kind LIKE 'digest%'`,
  )
  const runs = await stored<{ week: string; at: Date }>(
    database,
    'SELECT week, "createdAt" AS at FROM "DigestRun"',
  )
  const partOf = new Map(notices.map(({ id, kind, week }) => [id, `${kind} ${week}`]))
  const posts = slack.state.channels.flatMap(({ id }) =>
    slack.messages(id).map((message) => ({
      part: shownPart(message, partOf) ?? `something else: ${message.text.slice(0, 60)}`,
      mayRepeat: id.startsWith('D') && message.text.includes('This may be a repeat'),
    })),
  )
  return {
    ...withoutRepeats(posts),
    promised: [...partOf.values()],
    madeAt: new Map(runs.map(({ week, at }) => [week, at])),
  }
}

/** In the order in which they came; only one that says so, and comes second, is a repeat. */
export function withoutRepeats(
  posts: { part: string; mayRepeat: boolean }[],
): Pick<Digests, 'shown' | 'repeats'> {
  const isRepeat = posts.map(
    ({ part, mayRepeat }, index) => mayRepeat && posts.findIndex((post) => post.part === part) < index,
  )
  const parts = posts.map(({ part }) => part)
  return {
    shown: parts.filter((_, index) => !isRepeat[index]),
    repeats: parts.filter((_, index) => isRepeat[index]),
  }
}

/** A post carries the id of its notice; a file its name. */
function shownPart({ metadata, files }: SandboxMessage, partOf: Map<string, string>): string | undefined {
  const name = files?.[0]?.name
  if (name !== undefined) return `digest-csv ${/\d{4}-W\d\d/.exec(name)?.[0] ?? name}`
  return partOf.get(String(metadata?.event_payload['notice_id']))
}

/** What is there more often than once, and what is not there at all. */
export function unlikeOnce(found: string[], expected: string[]): { doubled: string[]; missing: string[] } {
  const seen = new Set<string>()
  const doubled = found.filter((part) => seen.has(part) || !seen.add(part))
  return { doubled, missing: expected.filter((part) => !seen.has(part)) }
}
