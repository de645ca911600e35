import type { App } from '@slack/bolt'
import { unknownMessage } from '../blocks/glossary/unknown.ts'
import { privately, tell } from '../requests/answer.ts'
import type { Desk } from '../people/desk.ts'
import { actions, commands, notOneOf, views } from '../ids.ts'
import { privateLook } from '../drawing/look.ts'
import { parseClick, parseCommand } from '../requests/payloads.ts'

/** Everything Baton does not know, such as a button of an older version, is answered and says what to do. */
export function onAnythingElse(app: App, { deps, log }: Desk): void {
  app.action(notOneOf(Object.values(actions)), async ({ ack, body, respond, client }) => {
    await ack()
    const click = parseClick(body)
    // A button that opens a link reports the click as well; the link has already opened.
    if (click.isLink) return
    log.warn({ action: click.actionId }, 'unknown action')
    await tell(click, { respond, client }, unknownMessage(await privateLook(deps, click.userId)))
  })
  app.command(notOneOf(Object.values(commands)), async ({ ack, body, respond }) => {
    await ack()
    const { userId, command } = parseCommand(body)
    log.warn({ command }, 'unknown command')
    await respond(privately(unknownMessage(await privateLook(deps, userId))))
  })
  app.view(notOneOf(Object.values(views)), async ({ ack }) => ack())
  app.view({ callback_id: /.*/, type: 'view_closed' }, async ({ ack }) => ack())
  app.shortcut(/.*/, async ({ ack }) => ack())
}
