import type { App } from '@slack/bolt'
import { showPersona } from '../../flows/look-up/look-up-persona.ts'
import { notFound } from '../blocks/glossary/not-found.ts'
import { personaMessage } from '../blocks/glossary/persona.ts'
import { refusalMessage } from '../blocks/parts/refusal.ts'
import { tell } from '../requests/respond.ts'
import type { Tools } from '../requests/tools.ts'
import { actions } from '../ids.ts'
import { readerOf } from '../drawing/readers.ts'
import { parseClick } from '../requests/payloads.ts'

/** The persona of a card or of the list, for the person who asked. */
export function onShowPersona(app: App, tools: Tools): void {
  app.action(actions.showPersona, async ({ ack, body, respond, client }) => {
    await ack()
    const click = parseClick(body)
    const [outcome, reader] = await Promise.all([
      showPersona(tools.deps, { userId: click.userId, key: click.value }),
      readerOf(tools.deps, click.userId),
    ])
    if (!outcome.ok) return tell(click, { respond, client }, refusalMessage(outcome.refusal, reader))
    const missing = () => notFound({ kind: 'persona', term: click.value, suggestions: [] }, reader)
    const persona = outcome.value
    const message = persona ? personaMessage(persona, reader, { share: click.canRespond }) : missing()
    await tell(click, { respond, client }, message)
  })
}
