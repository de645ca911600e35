import type { DigestFigures } from '../../domain/digest/figures.ts'
import type { Notice } from '../../domain/notice/notice.ts'
import type { Playbook } from '../../domain/playbook/playbook.ts'
import { weekBounds, weekToReport } from '../../domain/calendar/week.ts'
import type { Deps } from '../../ports/deps.ts'
import { ledgerFor } from '../ledger/ledger-for.ts'
import { privateDigests } from './private-digests.ts'
import { figuresOf } from './preview-digest.ts'

const audience = 'marketing'
/** More of them are read by nobody. */
const missesTold = 5

/**
 * Posts the digest of the week that ended, when its time has come and nobody has posted it: once, whatever restarts
 * and however many instances run. `true` when a digest goes out.
 */
export async function sendDueDigest(deps: Deps): Promise<boolean> {
  const playbook = await deps.db.playbooks.current()
  const { zone, digest } = playbook.document
  const week = weekToReport(deps.now(), zone, digest)
  if (await deps.db.digests.find(audience, week)) return false
  const misses = await deps.db.lookups.misses(weekBounds(week, zone), missesTold)
  const figures = { ...(await figuresOf(deps, week)), ledger: await ledgerFor(deps), misses }
  const notices = isWorthAPost(figures, playbook)
    ? [...noticesOf(deps, playbook, figures), ...(await privateDigests(deps, figures))]
    : []
  const isFirst = await deps.db.digests.start({ audience, week, figures, at: deps.now() }, notices)
  return isFirst && notices.length > 0
}

/** An empty week is worth one line where the playbook asks for it, but not one from before it asked. */
function isWorthAPost(figures: DigestFigures, { document, since }: Playbook): boolean {
  if (figures.delivered > 0) return true
  return document.digest.emptyWeek === 'one-line' && since < new Date(figures.to)
}

/** The digest, and in its thread the details, the trend where two weeks can be compared, and the file. */
function noticesOf(deps: Deps, { document }: Playbook, { week, delivered, trend }: DigestFigures): Notice[] {
  const [id, lane] = [deps.newId(), document.channels.marketing]
  const digest: Notice = { id, lane, content: { kind: 'digest', audience, week } }
  if (delivered === 0) return [digest]
  const kinds = [
    'digest-details',
    ...(trend.length > 1 ? (['digest-trend'] as const) : []),
    'digest-csv',
  ] as const
  const below = kinds.map((kind) => ({
    id: deps.newId(),
    lane,
    below: { notice: id },
    content: { kind, audience, week },
  }))
  return [digest, ...below]
}
