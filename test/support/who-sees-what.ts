import type { SandboxMessage } from '../../src/sandbox/sandbox.ts'
import { seen, type Team } from './team.ts'

/** Everything that channels and direct messages show, as text to be compared. */
export function publicly({ slack }: Team): string {
  const { channels } = slack.state
  const all = channels.flatMap(({ id }) => slack.messages(id)).filter(({ ephemeralFor }) => !ephemeralFor)
  return all.map((message) => JSON.stringify(message)).join('\n')
}

/** Watches what each person alone is shown from now on. */
export function watchWhispers({ slack }: Team) {
  const everybody = () => slack.state.users.map(({ id }) => id)
  const known = new Set(everybody().flatMap((id) => slack.ephemerals(id).map(({ ts }) => ts)))
  const news = (id: string): SandboxMessage[] => slack.ephemerals(id).filter(({ ts }) => !known.has(ts))
  return {
    /** What this person was told, word for word. */
    told: (id: string): string => news(id).map(seen).join('\n'),
    /** How often each person was told something; those who were not are left out. */
    counts: (): Record<string, number> =>
      Object.fromEntries(
        everybody()
          .map((id): [string, number] => [id, news(id).length])
          .filter(([, count]) => count > 0),
      ),
  }
}
