import type { App } from '@slack/bolt'
import { z } from 'zod'
import { sliceKinds } from '../../domain/digest/slice-kind.ts'
import { parseNumber } from '../../domain/digest/number.ts'
import { weekSchema } from '../../domain/clock/week.ts'
import { explainNumber } from '../../flows/digest/explain-number.ts'
import { refusalMessage } from '../blocks/parts/refusal.ts'
import { unknownMessage } from '../blocks/glossary/unknown.ts'
import { whyModal } from '../blocks/digest/why-modal.ts'
import { tell } from '../requests/answer.ts'
import type { Desk } from '../people/desk.ts'
import { actions } from '../ids.ts'
import { privateLook } from '../drawing/look.ts'
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
export function onWhy(app: App, { deps }: Desk): void {
  app.action(actions.why, async ({ ack, body, respond, client }) => {
    await ack()
    const click = parseClick(body)
    const { userId } = click
    const look = await privateLook(deps, userId)
    const scope = scopeSchema.safeParse(parametersOf(click.blockId))
    const number = parseNumber(click.value)
    if (!scope.success || !number) return tell(click, { respond, client }, unknownMessage(look))
    const outcome = await explainNumber(deps, { userId, ...scope.data, number })
    if (!outcome.ok) return tell(click, { respond, client }, refusalMessage(outcome.refusal, look))
    await openModal(client, click.triggerId, whyModal(outcome.value, look, await deps.db.personas.all()))
  })
}

const parametersOf = (blockId: string) =>
  Object.fromEntries(new URLSearchParams(blockId.slice(blockId.indexOf('?') + 1)))
