import { decisionOf } from '../domain/handoff/handoff.ts'
import type { Deps } from '../ports/deps.ts'
import type { PraiseCode } from '../domain/handoff/reasons.ts'
import type { Actor, Sandbox, SandboxMessage } from '../sandbox/sandbox.ts'
import { actions, rejectFields } from '../slack/ids.ts'
import { until } from './until.ts'

/** A card in the channel, with the handoff it stands for. */
export interface Card {
  handoffId: string
  message: SandboxMessage
}

export interface Rejection {
  reason: string
  attribute?: string | undefined
  actual?: string | undefined
  note?: string | undefined
}

/** Clicks Accept, and waits until somebody has decided; says who, which may be somebody who was faster. */
export async function acceptInSlack(deps: Deps, actor: Actor, card: Card): Promise<string> {
  await actor.click(card.message, actions.accept)
  return decided(deps, card)
}

/** The optional tap after accepting, on the question that only the person who accepted sees. */
export async function praiseInSlack(
  sandbox: Sandbox,
  { userId, card }: { userId: string; card: Card },
  praise: PraiseCode,
): Promise<void> {
  const tap = `${card.handoffId}|${praise}`
  const question = await until(`${userId} to be asked what made the lead good`, () =>
    sandbox.ephemerals(userId).find((message) => JSON.stringify(message.blocks).includes(tap)),
  )
  await sandbox.as(userId).click(question, `${actions.praise}.${praise}`)
}

/** Clicks Reject…, chooses the reason, fills in what the modal then asks for, and sends it. */
export async function rejectInSlack(
  deps: Deps,
  actor: Actor,
  { card, rejection: { reason, ...answers } }: { card: Card; rejection: Rejection },
): Promise<void> {
  await actor.click(card.message, actions.reject)
  const opened = (await until('the reject modal', () => actor.view())).hash
  await actor.fill(entriesFor(actor, { reason }))
  await until('the modal to ask for the evidence', () => actor.view()?.hash !== opened)
  await actor.submit(entriesFor(actor, answers))
  const errors = Object.values(actor.view()?.errors ?? {})
  if (errors.length > 0) throw new Error(`The reject modal was not accepted: ${errors.join('; ')}`)
  await decided(deps, card)
}

/** The answers by the blocks of the open modal; a block's id may carry the reason it was drawn for. */
function entriesFor(actor: Actor, answers: Partial<Rejection>): Record<string, string> {
  const blocks = (actor.view()?.blocks ?? []).flatMap(({ block_id: id }) => id ?? [])
  const entries = Object.entries(answers).flatMap(([field, answer]) => {
    const name = new Map<string, string>(Object.entries(rejectFields)).get(field) ?? field
    const block = blocks.find((id) => id === name || id.startsWith(`${name}:`)) ?? name
    return answer === undefined ? [] : [[block, answer]]
  })
  return Object.fromEntries(entries)
}

async function decided(deps: Deps, { handoffId }: Card): Promise<string> {
  return until(`a decision about handoff ${handoffId}`, async () => {
    const round = await deps.db.leads.findByHandoff(handoffId)
    return round && decisionOf(round.handoff)?.by
  })
}
