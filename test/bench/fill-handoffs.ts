import type { Client } from 'pg'

const weekMinutes = 7 * 24 * 60

/** What a bench fills its database with. */
export interface History {
  handoffs: number
  /** The weeks they are spread over, the last ending at `end`. */
  weeks: number
  end: Date
}

/**
 * Writes leads and handoffs straight into the tables, the same each time: 12 sources, 40 campaigns, 4 personas, 3 tiers, 8
 * reasons; of twenty, eleven were accepted, six rejected with a note on every second, one expired, two are open.
 */
export async function fillHandoffs(client: Client, { handoffs, weeks, end }: History): Promise<void> {
  const minutes = weeks * weekMinutes
  await client.query(`
    INSERT INTO "Lead" (id, version, status, source, "isTest", details, "senderQualified", "searchText", "receivedAt", "updatedAt")
    SELECT 'lead-' || n, 2, 'accepted', 'source-' || n % 12, false, '{}', true, '', now(), now()
    FROM generate_series(1, ${handoffs}) n`)
  await client.query(
    `
    INSERT INTO "Handoff" (id, "leadId", round, status, source, campaign, persona, tier, score, "isTest", qualification,
      duplicates, "handedOffAt", "dueAt", "expiredAt", decision, "decidedAt", "decidedBy", "workingMinutes", reason, family,
      note, praise, channel)
    SELECT 'handoff-' || n, 'lead-' || n, 1, coalesce(decision, CASE k WHEN 17 THEN 'expired' ELSE 'open' END), 'source-' || h % 12,
      'campaign ' || h % 40, CASE WHEN h % 5 > 0 THEN 'persona-' || h % 4 END,
      (ARRAY['hot', 'standard', 'low'])[1 + h % 3], 20 + h % 80, n % 200 = 0, $2, '[]',
      at, at + interval '4 hours', CASE k WHEN 17 THEN at + interval '4 hours' END,
      decision, CASE WHEN k < 17 THEN at + (h % 400) * interval '1 minute' END, CASE WHEN k < 17 THEN 'U' || h % 30 END,
      CASE WHEN k < 17 THEN h % 300 END,
      CASE decision WHEN 'rejected' THEN (ARRAY['spam', 'role-fit', 'bad-data', 'low-intent', 'duplicate', 'wrong-route',
        'company-fit', 'other'])[1 + h % 8] END,
      CASE decision WHEN 'rejected' THEN (ARRAY['clerical', 'definitional', 'clerical', 'definitional', 'procedural',
        'procedural', 'definitional', 'other'])[1 + h % 8] END,
      CASE WHEN decision = 'rejected' AND h % 2 = 0 THEN 'Note ' || h END,
      CASE WHEN decision = 'accepted' AND h % 3 = 0 THEN 'clear-intent' END, 'C0LEADS'
    FROM (
      SELECT n, h, k, CASE WHEN k < 11 THEN 'accepted' WHEN k < 17 THEN 'rejected' END AS decision,
        $1::timestamptz - (n % ${minutes}) * interval '1 minute' AS at
      FROM (SELECT n, h, h / 7 % 20 AS k FROM (SELECT n, abs(hashint4(n)) AS h FROM generate_series(1, ${handoffs}) n) hashed) counted
    ) made`,
    [
      end,
      JSON.stringify({
        reasons: Array.from({ length: 8 }, (_, index) => `A reason in words, number ${index}`),
      }),
    ],
  )
  await client.query('VACUUM ANALYZE "Handoff"')
}
