import { join } from 'node:path'
import { PGlite } from '@electric-sql/pglite'
import { connect } from '../../src/db/connection/connect.ts'

/** A card that the outbox accepted, and the state that it must show. */
export interface CardRow {
  noticeId: string
  name: string
  title: string
  status: string
  /** Where the database says that it stands. */
  cardTs: string | null
}

export interface NoticeRow {
  id: string
  kind: string
  state: string
  attempts: number
  /** The lead it tells of. */
  name: string
  error: string | null
}

/** What a database holds, once nobody works with it. */
export interface Truth {
  /** In the order in which the outbox accepted them. */
  cards: CardRow[]
  notices: NoticeRow[]
  /** Every lead it knows. */
  names: string[]
  /** The leads that somebody accepted, once for each time. */
  decided: string[]
}

type Query = <T>(sql: string) => Promise<T[]>

/** Reads the database of a bot with a connection of its own; a PGlite only when the bot is gone. */
export async function readTruth(settings: Record<string, string>): Promise<Truth> {
  const { query, close } = await openTruth(settings)
  try {
    const names = await query<{ name: string }>(`SELECT details->>'name' AS name FROM "Lead"`)
    const decided = await query<{ name: string }>(`
      SELECT l.details->>'name' AS name FROM "LeadEvent" e JOIN "Lead" l ON l.id = e."leadId"
      WHERE e.type = 'lead-accepted'`)
    return {
      cards: await query<CardRow>(`
        SELECT n.id AS "noticeId", l.details->>'name' AS name, l.details->>'title' AS title, h.status, h."cardTs"
        FROM "Notice" n JOIN "Handoff" h ON h.id = n.about JOIN "Lead" l ON l.id = h."leadId"
        WHERE n.kind = 'card' ORDER BY n.position`),
      notices: await query<NoticeRow>(`
        SELECT n.id, n.kind, n.state, n.attempts, n.error, l.details->>'name' AS name
        FROM "Notice" n JOIN "Handoff" h ON h.id = n.about JOIN "Lead" l ON l.id = h."leadId" ORDER BY n.position`),
      names: names.map(({ name }) => name),
      decided: decided.map(({ name }) => name),
    }
  } finally {
    await close()
  }
}

async function openTruth({
  DATABASE_URL: url,
  DATA_DIR: folder = '',
}: Record<string, string>): Promise<{ query: Query; close: () => Promise<void> }> {
  if (url === undefined) {
    const pglite = await PGlite.create(join(folder, 'pglite'))
    return { query: async <T>(sql: string) => (await pglite.query<T>(sql)).rows, close: () => pglite.close() }
  }
  const client = await connect(url)
  // The caller names the columns that its statement gives.
  const query: Query = async <T>(sql: string) => (await client.query(sql)).rows as T[]
  return { query, close: () => client.end() }
}
