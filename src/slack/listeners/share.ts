import type { App } from '@slack/bolt'
import type { Outcome } from '../../domain/handoff/refusal.ts'
import { shareDefinition } from '../../flows/look-up/look-up-definition.ts'
import { sharePersona } from '../../flows/look-up/look-up-persona.ts'
import { definitionMessage } from '../blocks/glossary/definition.ts'
import type { Reader } from '../blocks/parts/reader.ts'
import type { Message } from '../blocks/parts/message.ts'
import { personaMessage } from '../blocks/glossary/persona.ts'
import { refusalMessage } from '../blocks/parts/refusal.ts'
import { inChannel, tell } from '../requests/respond.ts'
import type { Tools } from '../requests/tools.ts'
import { actions } from '../ids.ts'
import { readerOf, channelReader } from '../drawing/readers.ts'
import { parseClick } from '../requests/payloads.ts'

export const onSharePersona = (app: App, tools: Tools): void =>
  onShare(app, tools, {
    action: actions.sharePersona,
    share: (asked) => sharePersona(tools.deps, asked),
    draw: personaMessage,
  })

export const onShareDefinition = (app: App, tools: Tools): void =>
  onShare(app, tools, {
    action: actions.shareDefinition,
    share: (asked) => shareDefinition(tools.deps, asked),
    draw: definitionMessage,
  })

interface Sharing<T> {
  action: string
  /** What is shared under a key; `null` when it is not there any more. */
  share: (asked: { userId: string; key: string }) => Promise<Outcome<T | null>>
  draw: (shared: T, reader: Reader, options: { share: boolean }) => Message
}

/** Share to channel: what one person looked up, now for everybody there, in the workspace's language. */
function onShare<T>(app: App, { deps }: Tools, { action, share, draw }: Sharing<T>): void {
  app.action(action, async ({ ack, body, respond, client }) => {
    await ack()
    const click = parseClick(body)
    const outcome = await share({ userId: click.userId, key: click.value })
    if (!outcome.ok) {
      const refused = refusalMessage(outcome.refusal, await readerOf(deps, click.userId))
      return tell(click, { respond, client }, refused)
    }
    if (!outcome.value || !click.canRespond) return
    await respond(inChannel(draw(outcome.value, await channelReader(deps), { share: false })))
  })
}
