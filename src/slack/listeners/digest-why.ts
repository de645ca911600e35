import type { App } from '@slack/bolt'
import { z } from 'zod'
import { sliceKinds } from '../../domain/digest/slice-kind.ts'
import { parseNumber } from '../../domain/digest/number.ts'
import { weekSchema } from '../../domain/calendar/week.ts'
import { listed } from '../../domain/privacy/shown-lead.ts'
import { explainNumber } from '../../flows/digest/explain-number.ts'
import { refusalMessage } from '../blocks/parts/refusal.ts'
import { unknownMessage } from '../blocks/glossary/unknown.ts'
import { whyModal } from '../blocks/digest/why-modal.ts'
import { tell } from '../requests/respond.ts'
import type { Tools } from '../requests/tools.ts'
import { actions } from '../ids.ts'
import { readerOf } from '../drawing/readers.ts'
import { openModal } from '../requests/open-modal.ts'
import { parseClick } from '../requests/payloads.ts'

const scopeSchema = z
  .object({ week: weekSchema })
  .catchall(z.string())
  .transform(({ week, ...rest }) => ({
    week,
    filter: Object.fromEntries(
      sliceKinds.flatMap((kind) => (rest[kind] === undefined ? [] : [[kind, rest[kind]]])),
    ),
  }))

/** Why this number?: its formula, its n, and the leads behind it. */
export function onWhy(app: App, { deps }: Tools): void {
  app.action(actions.why, async ({ ack, body, respond, client }) => {
    await ack()
    const click = parseClick(body)
    const { userId } = click
    const reader = await readerOf(deps, userId)
    const scope = scopeSchema.safeParse(parametersOf(click.blockId))
    const number = parseNumber(click.value)
    if (!scope.success || !number) return tell(click, { respond, client }, unknownMessage(reader))
    const outcome = await explainNumber(deps, { userId, ...scope.data, number })
    if (!outcome.ok) return tell(click, { respond, client }, refusalMessage(outcome.refusal, reader))
    const shown = { ...outcome.value, leads: listed(outcome.value.leads) }
    await openModal(client, click.triggerId, whyModal(shown, reader, outcome.value.personas))
  })
}

const parametersOf = (blockId: string) =>
  Object.fromEntries(new URLSearchParams(blockId.slice(blockId.indexOf('?') + 1)))
