import type { App } from '@slack/bolt'
import { listDefinitions } from '../../flows/look-up-definition.ts'
import { definitionMessage } from '../blocks/definition.ts'
import { inChannel } from '../answer.ts'
import type { Desk } from '../desk.ts'
import { actions } from '../ids.ts'
import { workspaceLook } from '../look.ts'
import { parseClick } from '../payloads.ts'

/** Share to channel: what one person looked up, now for everybody there, in the workspace's language. */
export function onShareDefinition(app: App, { deps }: Desk): void {
  app.action(actions.shareDefinition, async ({ ack, body, respond }) => {
    await ack()
    const click = parseClick(body)
    const definition = (await listDefinitions(deps)).find(({ key }) => key === click.value)
    if (!definition || !click.canRespond) return
    await respond(inChannel(definitionMessage(definition, await workspaceLook(deps), { share: false })))
  })
}
