import type { ThreadNote } from '../../../src/domain/notice/notice.ts'
import { lanes } from './agreement.ts'
import { roundName, type Played } from './played.ts'
import type { Promised, Reference } from './reference.ts'

interface StoredNotice {
  leadId: string
  round: number
  lane: Promised['lane']
  kind: string
  content: { note?: ThreadNote }
}

/** Everything that the channels were promised to show of these leads, in order. */
export async function noticesOf(played: Played): Promise<Promised[]> {
  const rows = await played.world.rows(
    `SELECT h."leadId", h.round, n.lane, n.kind, n.content FROM "Notice" n JOIN "Handoff" h ON h.id = n.about
     WHERE h."leadId" = ANY($1) AND n.kind IN ('card', 'card-update', 'thread') ORDER BY n.position`,
    [played.leadIds],
  )
  // The statement names these columns, and the outbox wrote their content.
  const stored = rows as unknown as StoredNotice[]
  return byLane(stored.map((notice) => asPromised(played, notice)))
}

export const promisedOf = ({ promised }: Reference): Promised[] => byLane(promised)

function asPromised(
  played: Played,
  { leadId, round, lane, kind, content: { note } }: StoredNotice,
): Promised {
  const name = roundName(played, { leadId, round })
  if (!note) return { round: name, lane, kind }
  const plain = note.type === 'duplicate' ? { ...note, source: played.names.plain(note.source) } : note
  return { round: name, lane, kind, note: plain }
}

/** One lane after the other. Of cards that are moved at once nobody says which comes first, so there each is by itself. */
function byLane(promised: Promised[]): Promised[] {
  const moved = promised.filter(({ lane }) => lane === lanes.spare)
  return [
    ...promised.filter(({ lane }) => lane !== lanes.spare),
    ...moved.toSorted((a, b) => a.round.localeCompare(b.round)),
  ]
}
