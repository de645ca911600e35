import type { App } from '@slack/bolt'
import { listDefinitions, lookUpDefinition } from '../../flows/look-up/look-up-definition.ts'
import { definitionList, definitionMessage } from '../blocks/glossary/definition.ts'
import { helpMessage } from '../blocks/glossary/help.ts'
import type { Reader } from '../blocks/parts/reader.ts'
import type { Message } from '../blocks/parts/message.ts'
import { notFound } from '../blocks/glossary/not-found.ts'
import { refusalMessage } from '../blocks/parts/refusal.ts'
import { privately } from '../requests/respond.ts'
import type { Tools } from '../requests/tools.ts'
import { commands } from '../ids.ts'
import { readerOf } from '../drawing/readers.ts'
import { parseCommand } from '../requests/payloads.ts'

type Asked = ReturnType<typeof parseCommand>

/** `/define MQL`: what both teams mean by a word. */
export function onDefineCommand(app: App, tools: Tools): void {
  app.command(commands.define, async ({ ack, body, respond }) => {
    await ack()
    const asked = parseCommand(body)
    const reader = await readerOf(tools.deps, asked.userId)
    await respond(privately(await answer(tools, asked, reader)))
  })
}

async function answer(tools: Tools, { userId, text }: Asked, reader: Reader): Promise<Message> {
  if (text.toLowerCase() === 'help') return helpMessage('define', reader)
  if (text === '' || text.toLowerCase() === 'list') return list(tools, userId, reader)
  return lookUp(tools, { userId, term: text }, reader)
}

async function list({ deps }: Tools, userId: string, reader: Reader): Promise<Message> {
  const outcome = await listDefinitions(deps, { userId })
  return outcome.ok ? definitionList(outcome.value, reader) : refusalMessage(outcome.refusal, reader)
}

async function lookUp(
  { deps }: Tools,
  asked: { userId: string; term: string },
  reader: Reader,
): Promise<Message> {
  const outcome = await lookUpDefinition(deps, asked)
  if (!outcome.ok) return refusalMessage(outcome.refusal, reader)
  const result = outcome.value
  if ('found' in result) return definitionMessage(result.found, reader, { share: true })
  const suggestions = result.suggestions.map(({ term }) => term)
  return notFound({ kind: 'definition', term: asked.term, suggestions }, reader)
}
