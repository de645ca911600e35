import type { App } from '@slack/bolt'
import { barrierFor } from '../../flows/access/barrier.ts'
import { listDefinitions, lookUpDefinition } from '../../flows/look-up/look-up-definition.ts'
import { definitionList, definitionMessage } from '../blocks/glossary/definition.ts'
import { helpMessage } from '../blocks/glossary/help.ts'
import type { Look, Message } from '../blocks/parts/look.ts'
import { notFound } from '../blocks/glossary/not-found.ts'
import { refusalMessage } from '../blocks/parts/refusal.ts'
import { privately } from '../requests/answer.ts'
import type { Desk } from '../people/desk.ts'
import { commands } from '../ids.ts'
import { privateLook } from '../drawing/look.ts'
import { parseCommand } from '../requests/payloads.ts'

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
