import type { App } from '@slack/bolt'
import { openLedger } from '../../flows/ledger/open-ledger.ts'
import { postponeChange } from '../../flows/ledger/record-change.ts'
import { changeModal } from '../blocks/ledger/change-modal.ts'
import { refusalMessage } from '../blocks/parts/refusal.ts'
import { tell } from '../requests/answer.ts'
import type { Desk } from '../people/desk.ts'
import { actions } from '../ids.ts'
import { privateLook } from '../drawing/look.ts'
import { openModal } from '../requests/open-modal.ts'
import { parseClick } from '../requests/payloads.ts'

/** We changed this…: asks what and where, or says why this person can't answer for marketing. */
export function onChanged(app: App, { deps }: Desk): void {
  app.action(actions.changed, async ({ ack, body, respond, client }) => {
    await ack()
    const click = parseClick(body)
    const { userId } = click
    const [outcome, look, personas] = await Promise.all([
      openLedger(deps, { userId, week: click.value }),
      privateLook(deps, userId),
      deps.db.personas.all(),
    ])
    if (!outcome.ok) return tell(click, { respond, client }, refusalMessage(outcome.refusal, look))
    await openModal(client, click.triggerId, changeModal(outcome.value, look, personas))
  })
}

/** Not now: the digest was read, and its thread says so. */
export function onNotNow(app: App, desk: Desk): void {
  app.action(actions.notNow, async ({ ack, body, respond, client }) => {
    await ack()
    const click = parseClick(body)
    const outcome = await postponeChange(desk.deps, { userId: click.userId, week: click.value })
    if (outcome.ok) return desk.nudge()
    const look = await privateLook(desk.deps, click.userId)
    await tell(click, { respond, client }, refusalMessage(outcome.refusal, look))
  })
}
