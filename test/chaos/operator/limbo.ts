import type { Sandbox, SandboxMessage } from '../../../src/sandbox/sandbox.ts'
import { isOpenCard } from '../channel.ts'
import { stored } from '../stored.ts'
import { messagesIn } from './workday.ts'

interface LeadRow {
  name: string
  status: string
  channel: string
  cardTs: string | null
  accepted: number
  refused: number
}

export interface Findings {
  /** Undecided, and with no card that anybody could decide it by. */
  inLimbo: string[]
  lost: string[]
  /** The same card or reply stands twice, or a lead was decided twice. */
  doubled: string[]
}

/** Leads that wait for a decision, by name. */
export async function undecided(database: Record<string, string>): Promise<string[]> {
  return (await leadsOf(database)).filter(({ status }) => status === 'open').map(({ name }) => name)
}

/** Holds what the database says of each lead against the channels, once Slack is well and each card was touched. */
export async function findings(
  database: Record<string, string>,
  { slack, acknowledged }: { slack: Sandbox; acknowledged: Set<string> },
): Promise<Findings> {
  const rows = await leadsOf(database)
  const known = new Set(rows.map(({ name }) => name))
  const canBeDecided = ({ channel, cardTs }: LeadRow): boolean => {
    const card = slack.state.messages.find(channel, cardTs ?? '')
    return card !== undefined && isOpenCard(card)
  }
  const open = rows.filter(({ status }) => status === 'open')
  return {
    inLimbo: open.filter((row) => !canBeDecided(row) || row.refused > 0).map((row) => JSON.stringify(row)),
    lost: [...acknowledged].filter((name) => !known.has(name)),
    doubled: [
      ...rows.filter(({ accepted }) => accepted > 1).map(({ name }) => `${name} was accepted twice`),
      ...repeated(messagesIn(slack)).map(({ text }) => text),
    ],
  }
}

/** Messages with the id of a notice that another one has already. */
function repeated(messages: SandboxMessage[]): SandboxMessage[] {
  const ids = messages.map(({ metadata }) => metadata?.event_payload['notice_id'])
  return messages.filter((_, index) => ids.indexOf(ids[index]) < index)
}

/** Whoever was decided and comes again is another lead of the same name. */
function leadsOf(database: Record<string, string>): Promise<LeadRow[]> {
  return stored<LeadRow>(
    database,
    `SELECT l.details->>'name' AS name, h.status, h.channel, h."cardTs",
       (SELECT count(*)::int FROM "LeadEvent" e WHERE e."leadId" = l.id AND e.type = 'lead-accepted') AS accepted,
       (SELECT count(*)::int FROM "Notice" k JOIN "Notice" n ON k.id IN (n.id, n.below)
         WHERE k.about = h.id AND k.kind = 'card' AND n."failedAt" IS NOT NULL) AS refused
     FROM "Lead" l JOIN "Handoff" h ON h."leadId" = l.id`,
  )
}
