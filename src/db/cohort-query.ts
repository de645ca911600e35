import type { CohortQuestion } from '../domain/digest/cohort.ts'
import { sliceKinds, type SliceKind } from '../domain/digest/slice-kind.ts'
import { proceduralReasons } from '../domain/reasons.ts'
import { Prisma } from './generated/client.ts'

/** Notes kept of each reason, the latest. */
const notesKept = 8

/** One pass over the handoffs of a week: the counts of every group, and the latest notes of each reason, as JSON. */
export function cohortQuery(question: CohortQuestion): Prisma.Sql {
  return Prisma.sql`
    WITH cohort AS MATERIALIZED (${handoffs(question)}), counted AS (${counts}), noted AS (
      SELECT reason, note, source, row_number() OVER (PARTITION BY reason ORDER BY "decidedAt" DESC, id) AS place
      FROM cohort WHERE status = 'rejected' AND note IS NOT NULL
    )
    SELECT
      (SELECT json_agg(counted)::text FROM counted) AS groups,
      (SELECT json_agg(json_build_object('reason', reason, 'note', note, 'source', source) ORDER BY reason, place)::text
        FROM noted WHERE place <= ${notesKept}) AS notes`
}

/** Minutes waited are those to the decision, to the end of the clock where it ran out, and to now for the rest. */
function handoffs({ from, to, now, filter = {} }: CohortQuestion): Prisma.Sql {
  return Prisma.sql`
    SELECT id, source, campaign, persona, tier, status, reason, praise, score, note, "decidedAt",
      status IN ('accepted', 'rejected') AS decided,
      "decidedAt" <= "dueAt" AS "inTime",
      status = 'open' AND "dueAt" > ${now} AS waiting,
      floor(extract(epoch FROM coalesce("decidedAt", CASE status WHEN 'expired' THEN "dueAt" ELSE ${now} END)
        - "handedOffAt") / 60)::int AS wall,
      "workingMinutes" AS working,
      CASE WHEN "decidedAt" IS NULL THEN floor(extract(epoch FROM "handedOffAt") / 3600)::int END AS opened,
      CASE status WHEN 'expired' THEN floor(extract(epoch FROM "dueAt") / 3600)::int END AS ended
    FROM "Handoff"
    WHERE "handedOffAt" >= ${from} AND "handedOffAt" < ${to} AND NOT "isTest"
      ${Prisma.join(
        sliceKinds.map((kind) => isIn(kind, filter[kind])),
        '',
      )}`
}

const isIn = (kind: SliceKind, key: string | undefined): Prisma.Sql =>
  key === undefined ? Prisma.empty : Prisma.sql`AND ${Prisma.raw(kind)} = ${key}`

const counts = Prisma.sql`
  SELECT
    CASE
      WHEN grouping(source) = 0 THEN 'source' WHEN grouping(campaign) = 0 THEN 'campaign'
      WHEN grouping(persona) = 0 THEN 'persona' WHEN grouping(tier) = 0 THEN 'tier'
      WHEN grouping(reason) = 0 THEN 'reason' WHEN grouping(praise) = 0 THEN 'praise'
      WHEN grouping(score) = 0 THEN 'score' WHEN grouping(wall) = 0 THEN 'wall'
      WHEN grouping(working) = 0 THEN 'working' WHEN grouping(opened) = 0 THEN 'since' ELSE 'all'
    END AS kind,
    coalesce(source, campaign, persona, tier, reason, praise, score::text, wall::text, working::text) AS key,
    opened, ended,
    count(*)::int AS delivered,
    count(*) FILTER (WHERE status = 'accepted')::int AS accepted,
    count(*) FILTER (WHERE status = 'rejected')::int AS rejected,
    count(*) FILTER (WHERE status = 'rejected' AND reason NOT IN (${Prisma.join([...proceduralReasons])}))::int AS quality,
    count(*) FILTER (WHERE status = 'expired')::int AS expired,
    count(*) FILTER (WHERE status = 'open')::int AS open,
    count(*) FILTER (WHERE waiting)::int AS "notYetDue",
    count(*) FILTER (WHERE decided AND "inTime")::int AS "inTime"
  FROM cohort
  GROUP BY GROUPING SETS
    ((), (source), (campaign), (persona), (tier), (reason), (praise), (score), (wall), (working), (opened, ended))`
