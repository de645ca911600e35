import type { CohortFilter, CohortQuestion } from '../../domain/digest/cohort.ts'
import { sliceKinds, type SliceKind } from '../../domain/digest/slice-kind.ts'
import { notOfQuality } from '../../domain/handoff/reasons.ts'
import { Prisma } from '../generated/client.ts'

/** Notes kept of each reason, the latest. */
const notesKept = 8

/** One pass over the handoffs of a week: the counts of every group, and the latest notes of each reason, as JSON. */
export function cohortQuery(question: CohortQuestion): Prisma.Sql {
  return Prisma.sql`
    WITH cohort AS MATERIALIZED (${handoffs(question)}), counted AS (${counts}), spread AS (${spreads}), noted AS (
      SELECT "leadId", reason, note, source, row_number() OVER (PARTITION BY reason ORDER BY "decidedAt" DESC, "leadId") AS place
      FROM cohort WHERE rejected AND note IS NOT NULL
    )
    SELECT
      (SELECT json_agg(json_build_array(kind, key, delivered, accepted, rejected, quality, expired, open, "notYetDue",
        "inTime"))::text FROM counted) AS groups,
      (SELECT json_agg(columns)::text FROM (
        SELECT json_build_array(kind, array_agg(key), array_agg(until), array_agg(delivered), array_agg(accepted),
          array_agg(rejected)) AS columns FROM spread GROUP BY kind) kinds) AS spreads,
      (SELECT json_agg(json_build_object('reason', reason, 'note', note, 'source', noted.source, 'contact',
          json_build_object('name', l.details->>'name', 'email', l.details->>'email', 'phone', l.details->>'phone'))
        ORDER BY reason, place)::text
        FROM noted JOIN "Lead" l ON l.id = noted."leadId" WHERE place <= ${notesKept}) AS notes`
}

/**
 * Minutes waited are those to the decision, to the end of the clock where it ran out, and to now for the rest. `opened` and
 * `ended` are the hours, counted from 1970, in which what nobody decided was handed off and expired.
 */
function handoffs({ from, to, now, filter = {} }: CohortQuestion): Prisma.Sql {
  const conditions = [
    Prisma.sql`"handedOffAt" >= ${from} AND "handedOffAt" < ${to} AND NOT "isTest"`,
    ...narrowedBy(filter),
  ]
  return Prisma.sql`
    SELECT "leadId", source, campaign, persona, tier, reason, praise, score, note, "decidedAt",
      status = 'accepted' AS accepted,
      status = 'rejected' AS rejected,
      status = 'rejected' AND family IS DISTINCT FROM ${notOfQuality} AS quality,
      status = 'expired' AS expired,
      status = 'open' AS open,
      status = 'open' AND "dueAt" > ${now} AS "notYetDue",
      status IN ('accepted', 'rejected') AND "decidedAt" <= "dueAt" AS "inTime",
      floor(date_part('epoch', coalesce("decidedAt", CASE status WHEN 'expired' THEN "dueAt" ELSE ${now} END)
        - "handedOffAt") / 60)::int AS wall,
      "workingMinutes" AS working,
      CASE WHEN "decidedAt" IS NULL THEN floor(date_part('epoch', "handedOffAt") / 3600)::int END AS opened,
      CASE status WHEN 'expired' THEN floor(date_part('epoch', "dueAt") / 3600)::int END AS ended
    FROM "Handoff"
    WHERE ${Prisma.join(conditions, ' AND ')}`
}

const columns: Record<SliceKind, Prisma.Sql> = {
  source: Prisma.sql`source`,
  campaign: Prisma.sql`campaign`,
  persona: Prisma.sql`persona`,
  tier: Prisma.sql`tier`,
}

/** One condition for each kind that is named. */
const narrowedBy = (filter: CohortFilter): Prisma.Sql[] =>
  sliceKinds.flatMap((kind) => {
    const key = filter[kind]
    return key === undefined ? [] : Prisma.sql`${columns[kind]} = ${key}`
  })

/** Everything of all, and of each slice, reason and praise. */
const counts = Prisma.sql`
  SELECT
    CASE
      WHEN grouping(source) = 0 THEN 'source' WHEN grouping(campaign) = 0 THEN 'campaign'
      WHEN grouping(persona) = 0 THEN 'persona' WHEN grouping(tier) = 0 THEN 'tier'
      WHEN grouping(reason) = 0 THEN 'reason' WHEN grouping(praise) = 0 THEN 'praise' ELSE 'all'
    END AS kind,
    coalesce(source, campaign, persona, tier, reason, praise) AS key,
    count(*)::int AS delivered,
    count(*) FILTER (WHERE accepted)::int AS accepted,
    count(*) FILTER (WHERE rejected)::int AS rejected,
    count(*) FILTER (WHERE quality)::int AS quality,
    count(*) FILTER (WHERE expired)::int AS expired,
    count(*) FILTER (WHERE open)::int AS open,
    count(*) FILTER (WHERE "notYetDue")::int AS "notYetDue",
    count(*) FILTER (WHERE "inTime")::int AS "inTime"
  FROM cohort
  GROUP BY GROUPING SETS ((), (source), (campaign), (persona), (tier), (reason), (praise))`

/** How many of each score, and after each time: many groups of which little is asked. */
const spreads = Prisma.sql`
  SELECT
    CASE
      WHEN grouping(score) = 0 THEN 'score' WHEN grouping(wall) = 0 THEN 'wall'
      WHEN grouping(working) = 0 THEN 'working' ELSE 'since'
    END AS kind,
    coalesce(score, wall, working, opened) AS key, ended AS until,
    count(*)::int AS delivered,
    count(*) FILTER (WHERE accepted)::int AS accepted,
    count(*) FILTER (WHERE rejected)::int AS rejected
  FROM cohort
  GROUP BY GROUPING SETS ((score), (wall), (working), (opened, ended))`
