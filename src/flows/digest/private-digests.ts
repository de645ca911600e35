import type { DigestFigures } from '../../domain/digest/figures.ts'
import type { OwnCount, OwnFigures } from '../../domain/digest/own-figures.ts'
import { comparable } from '../../domain/digest/slices.ts'
import type { Notice } from '../../domain/notice/notice.ts'
import { namedIn } from '../../domain/people/roles.ts'
import { wilson } from '../../domain/statistics/wilson.ts'
import { fullMembers } from '../access/full-members.ts'
import type { Deps } from '../../ports/deps.ts'

const ownDays = 28
const dayMs = 24 * 3_600_000

/**
 * What goes to one person alone with a digest: to each manager how sales kept its side, and to everybody who decided
 * leads in the week their own figures of four weeks, from 20 decisions on.
 */
export async function privateDigests(deps: Deps, figures: DigestFigures): Promise<Notice[]> {
  const { roles } = (await deps.db.playbooks.current()).document
  const managers = await fullMembers(deps, await deps.people.holders(namedIn(roles.managers)))
  const forManagers = managers.map((userId): Notice => ({
    id: deps.newId(),
    lane: userId,
    content: { kind: 'digest-manager', audience: 'marketing', week: figures.week },
  }))
  return [...forManagers, ...(await ownDigests(deps, figures))]
}

async function ownDigests(deps: Deps, { week, from, to }: DigestFigures): Promise<Notice[]> {
  const until = new Date(to)
  const since = new Date(until.getTime() - ownDays * dayMs)
  const counts = await deps.db.digests.countDeciders({ from: since, to: until, activeFrom: new Date(from) })
  const enough = counts.filter(({ accepted, rejected }) => accepted + rejected >= comparable)
  const here = new Set(
    await fullMembers(
      deps,
      enough.map(({ userId }) => userId),
    ),
  )
  return enough
    .filter(({ userId }) => here.has(userId))
    .map((count) => ({
      id: deps.newId(),
      lane: count.userId,
      content: { kind: 'digest-own', week, figures: ownFigures(count, { since, until }) },
    }))
}

function ownFigures({ accepted, rejected, inTime, median }: OwnCount, period: Period): OwnFigures {
  const decided = accepted + rejected
  return {
    ...{ from: period.since.toISOString(), to: period.until.toISOString(), accepted, rejected, median },
    ...{ acceptance: wilson(accepted, decided), inTime: wilson(inTime, decided) },
  }
}

interface Period {
  since: Date
  until: Date
}
