import { defaultPlaybook, seed } from '../../../prisma/seed.ts'
import { openDatabase } from '../../../src/db/open.ts'
import type { PlaybookDocument } from '../../../src/domain/playbook/playbook.ts'
import { connect } from '../../../src/db/connection/connect.ts'
import { agree } from '../../support/agree.ts'

/** A database on PostgreSQL in which the teams have agreed on this; as settings of a bot. */
export async function prepare(
  database: Record<string, string>,
  { changes, at }: { changes: Partial<PlaybookDocument>; at: Date },
): Promise<void> {
  const { db, close } = await openDatabase({ url: database['DATABASE_URL'], dataDir: '', now: () => at })
  await seed(db, at)
  await agree(db, { ...defaultPlaybook, ...changes }, { author: 'Olga Ops', at })
  await close()
}

/** Enough that weeks are compared, and for one person's own figures. */
const perWeek = 24

/** Handoffs on the Wednesday of each of so many weeks, which one person decided within the hour: a digest with all its parts. */
export async function fillWeeks(
  { DATABASE_URL: url = '' }: Record<string, string>,
  { weeks, firstWednesday, by }: { weeks: number; firstWednesday: Date; by: string },
): Promise<void> {
  const client = await connect(url)
  try {
    await client.query(`
      INSERT INTO "Lead" (id, version, status, source, details, "searchText", "receivedAt", "updatedAt")
      SELECT 'lead-' || n, 2, 'accepted', 'website', '{}', '', now(), now() FROM generate_series(1, ${weeks * perWeek}) n`)
    await client.query(
      `INSERT INTO "Handoff" (id, "leadId", round, status, source, tier, score, qualification, duplicates, "handedOffAt",
        "dueAt", decision, "decidedAt", "decidedBy", "workingMinutes", channel)
      SELECT 'handoff-' || n, 'lead-' || n, 1, 'accepted', 'website', 'standard', 50, '{"reasons": []}', '[]', at,
        at + interval '4 hours', 'accepted', at + interval '30 minutes', $2, 30, 'C0LEADS'
      FROM (SELECT n, $1::timestamptz + (n - 1) / ${perWeek} * interval '7 days' AS at FROM generate_series(1, ${weeks * perWeek}) n) made`,
      [firstWednesday, by],
    )
  } finally {
    await client.end()
  }
}
