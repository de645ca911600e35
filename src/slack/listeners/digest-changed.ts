import type { App } from '@slack/bolt'
import { openLedger } from '../../flows/ledger/open-ledger.ts'
import { postponeChange } from '../../flows/ledger/record-change.ts'
import { changeModal } from '../blocks/ledger/change-modal.ts'
import { refusalMessage } from '../blocks/parts/refusal.ts'
import { tell } from '../requests/respond.ts'
import type { Tools } from '../requests/tools.ts'
import { actions } from '../ids.ts'
import { readerOf } from '../drawing/readers.ts'
import { openModal } from '../requests/open-modal.ts'
import { parseClick } from '../requests/payloads.ts'

/** We changed this…: asks what and where, or says why this person can't answer for marketing. */
export function onChanged(app: App, { deps }: Tools): void {
  app.action(actions.changed, async ({ ack, body, respond, client }) => {
    await ack()
    const click = parseClick(body)
    const { userId } = click
    const [outcome, reader] = await Promise.all([
      openLedger(deps, { userId, week: click.value }),
      readerOf(deps, userId),
    ])
    if (!outcome.ok) return tell(click, { respond, client }, refusalMessage(outcome.refusal, reader))
    await openModal(client, click.triggerId, changeModal(outcome.value, reader, outcome.value.personas))
  })
}

/** Not now: the digest was read, and its thread says so. */
export function onNotNow(app: App, tools: Tools): void {
  app.action(actions.notNow, async ({ ack, body, respond, client }) => {
    await ack()
    const click = parseClick(body)
    const outcome = await postponeChange(tools.deps, { userId: click.userId, week: click.value })
    if (outcome.ok) return tools.nudge()
    const reader = await readerOf(tools.deps, click.userId)
    await tell(click, { respond, client }, refusalMessage(outcome.refusal, reader))
  })
}
