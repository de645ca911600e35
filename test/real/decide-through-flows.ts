import { decide } from '../../src/domain/handoff/lifecycle.ts'
import { latestHandoff, type LeadRound } from '../../src/domain/lead/lead.ts'
import { acceptLead } from '../../src/flows/handoff/accept-lead.ts'
import type { Deps } from '../../src/ports/deps.ts'
import type { CardAction } from '../../src/flows/handoff/change-handoff.ts'
import { rejectLead, type Rejection } from '../../src/flows/handoff/reject-lead.ts'
import { decisionOf, type ReplayRejection } from './replay-decision.ts'
import { idOf, type Row } from './replay-rows.ts'

const people = ['U0ANNA', 'U0BEN', 'U0CARLA'] as const

/** Three people take turns in deciding what sales decided about each row. */
export async function decideThroughFlows(deps: Deps, source: string, rows: Row[]): Promise<void> {
  for (const [index, row] of rows.entries()) {
    const decision = decisionOf(row)
    if (decision === null) continue
    const { handoff } = await roundOf(deps, source, row)
    const click = { handoffId: handoff.id, userId: people[index % people.length] ?? people[0] }
    const outcome =
      decision === 'accept'
        ? await acceptLead(deps, click)
        : await rejectLead(deps, rejectionOf(click, decision))
    if (!outcome.ok) throw new Error(`Row ${idOf(row)} could not be decided: ${outcome.refusal.kind}`)
  }
}

function rejectionOf(click: CardAction, { reason, attribute, actual, note }: ReplayRejection): Rejection {
  const proof = { attribute: attribute ?? null, stated: null, actual: actual ?? null }
  const hasProof = proof.attribute !== null || proof.actual !== null
  return { ...click, reason, evidence: hasProof ? proof : null, note: note ?? null }
}

/** What nobody has decided expires; the clock must be past the time they were due. */
export async function expireTheRest({ db, now, ...deps }: Deps, source: string, rows: Row[]): Promise<void> {
  for (const row of rows.filter((one) => decisionOf(one) === null)) {
    const { lead, handoff } = await roundOf({ db, now, ...deps }, source, row)
    if (handoff.status !== 'open') throw new Error(`Row ${idOf(row)} is not open.`)
    if (handoff.dueAt > now()) throw new Error(`Row ${idOf(row)} is not due before its week ends.`)
    const stamp = { by: { kind: 'system' as const, name: 'replay' }, at: now() }
    const outcome = decide(lead, { type: 'expire', handoffId: handoff.id }, stamp)
    if (!outcome.ok) throw new Error(`Row ${idOf(row)} could not expire: ${outcome.refusal.kind}`)
    await db.leads.save(outcome.value, [])
  }
}

async function roundOf({ db }: Deps, source: string, row: Row): Promise<LeadRound> {
  const lead = await db.leads.findByExternalId(source, idOf(row))
  if (!lead) throw new Error(`Row ${idOf(row)} did not become a lead.`)
  const handoff = latestHandoff(lead)
  if (!handoff) throw new Error(`Row ${idOf(row)} was not handed off.`)
  return { lead, handoff }
}
