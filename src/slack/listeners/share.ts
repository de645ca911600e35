import type { App } from '@slack/bolt'
import { barrierFor } from '../../flows/access/barrier.ts'
import { listDefinitions } from '../../flows/look-up/look-up-definition.ts'
import { listPersonas } from '../../flows/look-up/look-up-persona.ts'
import { definitionMessage } from '../blocks/glossary/definition.ts'
import type { Look, Message } from '../blocks/parts/look.ts'
import { personaMessage } from '../blocks/glossary/persona.ts'
import { refusalMessage } from '../blocks/parts/refusal.ts'
import { inChannel, tell } from '../requests/answer.ts'
import type { Desk } from '../people/desk.ts'
import { actions } from '../ids.ts'
import { privateLook, workspaceLook } from '../drawing/look.ts'
import { parseClick } from '../requests/payloads.ts'

/** What is shared under a key; `null` when it is not there any more. */
type Shared = (key: string, look: Look) => Promise<Message | null>

export function onSharePersona(app: App, desk: Desk): void {
  onShare(app, desk, actions.sharePersona, async (key, look) => {
    const persona = (await listPersonas(desk.deps)).find((known) => known.key === key)
    return persona ? personaMessage(persona, look, { share: false }) : null
  })
}

export function onShareDefinition(app: App, desk: Desk): void {
  onShare(app, desk, actions.shareDefinition, async (key, look) => {
    const definition = (await listDefinitions(desk.deps)).find((known) => known.key === key)
    return definition ? definitionMessage(definition, look, { share: false }) : null
  })
}

/** Share to channel: what one person looked up, now for everybody there, in the workspace's language. */
function onShare(app: App, { deps }: Desk, ...[action, shared]: [string, Shared]): void {
  app.action(action, async ({ ack, body, respond, client }) => {
    await ack()
    const click = parseClick(body)
    const barrier = await barrierFor(deps, click.userId, 'share-to-channel')
    if (barrier) {
      const refused = refusalMessage(barrier, await privateLook(deps, click.userId))
      return tell(click, { respond, client }, refused)
    }
    const message = await shared(click.value, await workspaceLook(deps))
    if (message && click.canRespond) await respond(inChannel(message))
  })
}
