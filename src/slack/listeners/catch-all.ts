import type { App } from '@slack/bolt'
import { unknownMessage } from '../blocks/glossary/unknown.ts'
import { privately, tell } from '../requests/respond.ts'
import type { Tools } from '../requests/tools.ts'
import { actions, commands, notOneOf, views } from '../ids.ts'
import { readerOf } from '../drawing/readers.ts'
import { parseClick, parseCommand } from '../requests/payloads.ts'

/** Everything Baton does not know, such as a button of an older version, is answered and says what to do. */
export function onAnythingElse(app: App, { deps, log }: Tools): void {
  app.action(notOneOf(Object.values(actions)), async ({ ack, body, respond, client }) => {
    await ack()
    const click = parseClick(body)
    // A button that opens a link reports the click as well; the link has already opened.
    if (click.isLink) return
    log.warn({ action: click.actionId }, 'unknown action')
    await tell(click, { respond, client }, unknownMessage(await readerOf(deps, click.userId)))
  })
  app.command(notOneOf(Object.values(commands)), async ({ ack, body, respond }) => {
    await ack()
    const { userId, command } = parseCommand(body)
    log.warn({ command }, 'unknown command')
    await respond(privately(unknownMessage(await readerOf(deps, userId))))
  })
  app.view(notOneOf(Object.values(views)), async ({ ack }) => ack())
  app.view({ callback_id: /.*/, type: 'view_closed' }, async ({ ack }) => ack())
  app.shortcut(/.*/, async ({ ack }) => ack())
}
