import type { App } from '@slack/bolt'
import { barrierFor } from '../../flows/barrier.ts'
import { listDefinitions, lookUpDefinition } from '../../flows/look-up-definition.ts'
import { definitionList, definitionMessage } from '../blocks/definition.ts'
import { helpMessage } from '../blocks/help.ts'
import type { Look, Message } from '../blocks/look.ts'
import { notFound } from '../blocks/not-found.ts'
import { refusalMessage } from '../blocks/refusal.ts'
import { privately } from '../answer.ts'
import type { Desk } from '../desk.ts'
import { commands } from '../ids.ts'
import { privateLook } from '../look.ts'
import { parseCommand } from '../payloads.ts'

/** `/define MQL`: what both teams mean by a word. */
export function onDefineCommand(app: App, desk: Desk): void {
  app.command(commands.define, async ({ ack, body, respond }) => {
    await ack()
    const { userId, text } = parseCommand(body)
    const [barrier, look] = await Promise.all([
      barrierFor(desk.deps, userId, 'look-up'),
      privateLook(desk.deps, userId),
    ])
    await respond(privately(barrier ? refusalMessage(barrier, look) : await answer(desk, text, look)))
  })
}

async function answer({ deps }: Desk, text: string, look: Look): Promise<Message> {
  if (text.toLowerCase() === 'help') return helpMessage('define', look)
  if (text === '' || text.toLowerCase() === 'list') return definitionList(await listDefinitions(deps), look)
  const result = await lookUpDefinition(deps, text)
  if ('found' in result) return definitionMessage(result.found, look, { share: true })
  return notFound(
    { kind: 'definition', term: text, suggestions: result.suggestions.map(({ term }) => term) },
    look,
  )
}
