import type { Client } from 'pg'

/** The same groups by one statement as somebody would write it, read as rows. `$1` to `$3`: from, to, now. */
const statement = `
  WITH cohort AS MATERIALIZED (
    SELECT source, campaign, persona, tier, status, reason, family, praise, score, note, "decidedAt", "workingMinutes" AS working,
      status IN ('accepted', 'rejected') AND "decidedAt" <= "dueAt" AS in_time, status = 'open' AND "dueAt" > $3 AS waiting,
      floor(extract(epoch FROM coalesce("decidedAt", CASE status WHEN 'expired' THEN "dueAt" ELSE $3 END) - "handedOffAt") / 60)::int AS wall
    FROM "Handoff" WHERE "handedOffAt" >= $1 AND "handedOffAt" < $2 AND NOT "isTest"
  )
  SELECT source, campaign, persona, tier, reason, praise, score, wall, working, count(*)::int AS delivered,
    count(*) FILTER (WHERE status = 'accepted')::int AS accepted, count(*) FILTER (WHERE status = 'rejected')::int AS rejected,
    count(*) FILTER (WHERE status = 'rejected' AND family <> 'procedural')::int AS quality,
    count(*) FILTER (WHERE status = 'expired')::int AS expired, count(*) FILTER (WHERE status = 'open')::int AS open,
    count(*) FILTER (WHERE waiting)::int AS waiting, count(*) FILTER (WHERE in_time)::int AS in_time, NULL AS note
  FROM cohort
  GROUP BY GROUPING SETS ((), (source), (campaign), (persona), (tier), (reason), (praise), (score), (wall), (working))
  UNION ALL
  SELECT NULL, NULL, NULL, NULL, reason, NULL, NULL, NULL, NULL, 0, 0, 0, 0, 0, 0, 0, 0, note FROM (
    SELECT reason, note, row_number() OVER (PARTITION BY reason ORDER BY "decidedAt" DESC) AS place
    FROM cohort WHERE status = 'rejected' AND note IS NOT NULL) latest WHERE place <= 8`

export interface HandRow {
  source: string | null
  reason: string | null
  delivered: number
  accepted: number
  rejected: number
}

export async function countByHand(
  client: Client,
  { from, to, now }: { from: Date; to: Date; now: Date },
): Promise<HandRow[]> {
  const { rows } = await client.query<HandRow>(statement, [from, to, now])
  return rows
}
