import type { App } from '@slack/bolt'
import { listPersonas } from '../../flows/look-up-persona.ts'
import { notFound } from '../blocks/not-found.ts'
import { personaMessage } from '../blocks/persona.ts'
import { inChannel, tell } from '../answer.ts'
import type { Desk } from '../desk.ts'
import { actions } from '../ids.ts'
import { privateLook, workspaceLook } from '../look.ts'
import { parseClick, type Click } from '../payloads.ts'

/** The persona of a card or of the list, for the person who asked. */
export function onShowPersona(app: App, desk: Desk): void {
  app.action(actions.showPersona, async ({ ack, body, respond, client }) => {
    await ack()
    const click = parseClick(body)
    const look = await privateLook(desk.deps, click.userId)
    const persona = await personaOf(desk, click)
    const missing = () => notFound({ kind: 'persona', term: click.value, suggestions: [] }, look)
    const message = persona ? personaMessage(persona, look, { share: click.canRespond }) : missing()
    await tell(click, { respond, client }, message)
  })
}

/** Share to channel: what one person looked up, now for everybody there, in the workspace's language. */
export function onSharePersona(app: App, desk: Desk): void {
  app.action(actions.sharePersona, async ({ ack, body, respond }) => {
    await ack()
    const click = parseClick(body)
    const persona = await personaOf(desk, click)
    if (!persona || !click.canRespond) return
    await respond(inChannel(personaMessage(persona, await workspaceLook(desk.deps), { share: false })))
  })
}

async function personaOf({ deps }: Desk, { value }: Click) {
  return (await listPersonas(deps)).find(({ key }) => key === value) ?? null
}
