import type { App } from '@slack/bolt'
import { barrierFor } from '../../flows/access/barrier.ts'
import { listPersonas } from '../../flows/look-up/look-up-persona.ts'
import { notFound } from '../blocks/glossary/not-found.ts'
import { personaMessage } from '../blocks/glossary/persona.ts'
import { refusalMessage } from '../blocks/parts/refusal.ts'
import { tell } from '../requests/answer.ts'
import type { Desk } from '../people/desk.ts'
import { actions } from '../ids.ts'
import { privateLook } from '../drawing/look.ts'
import { parseClick, type Click } from '../requests/payloads.ts'

/** The persona of a card or of the list, for the person who asked. */
export function onShowPersona(app: App, desk: Desk): void {
  app.action(actions.showPersona, async ({ ack, body, respond, client }) => {
    await ack()
    const click = parseClick(body)
    const [barrier, look] = await Promise.all([
      barrierFor(desk.deps, click.userId, 'look-up'),
      privateLook(desk.deps, click.userId),
    ])
    if (barrier) return tell(click, { respond, client }, refusalMessage(barrier, look))
    const persona = await personaOf(desk, click)
    const missing = () => notFound({ kind: 'persona', term: click.value, suggestions: [] }, look)
    const message = persona ? personaMessage(persona, look, { share: click.canRespond }) : missing()
    await tell(click, { respond, client }, message)
  })
}

async function personaOf({ deps }: Desk, { value }: Click) {
  return (await listPersonas(deps)).find(({ key }) => key === value) ?? null
}
