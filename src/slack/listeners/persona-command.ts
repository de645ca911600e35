import type { App } from '@slack/bolt'
import { listPersonas, lookUpPersona } from '../../flows/look-up/look-up-persona.ts'
import { helpMessage } from '../blocks/glossary/help.ts'
import type { Reader } from '../blocks/parts/reader.ts'
import type { Message } from '../blocks/parts/message.ts'
import { notFound } from '../blocks/glossary/not-found.ts'
import { personaList, personaMessage } from '../blocks/glossary/persona.ts'
import { refusalMessage } from '../blocks/parts/refusal.ts'
import { privately } from '../requests/respond.ts'
import type { Tools } from '../requests/tools.ts'
import { commands } from '../ids.ts'
import { readerOf } from '../drawing/readers.ts'
import { parseCommand } from '../requests/payloads.ts'

type Asked = ReturnType<typeof parseCommand>

/** `/persona`: the list, or the one that comes closest to what was typed. */
export function onPersonaCommand(app: App, tools: Tools): void {
  app.command(commands.persona, async ({ ack, body, respond }) => {
    await ack()
    const asked = parseCommand(body)
    const reader = await readerOf(tools.deps, asked.userId)
    await respond(privately(await answer(tools, asked, reader)))
  })
}

async function answer(tools: Tools, { userId, text }: Asked, reader: Reader): Promise<Message> {
  if (text.toLowerCase() === 'help') return helpMessage('persona', reader)
  if (text === '' || text.toLowerCase() === 'list') return list(tools, userId, reader)
  return lookUp(tools, { userId, term: text.replace(/^show\s+/i, '') }, reader)
}

async function list({ deps }: Tools, userId: string, reader: Reader): Promise<Message> {
  const outcome = await listPersonas(deps, { userId })
  return outcome.ok ? personaList(outcome.value, reader) : refusalMessage(outcome.refusal, reader)
}

async function lookUp(
  { deps }: Tools,
  asked: { userId: string; term: string },
  reader: Reader,
): Promise<Message> {
  const outcome = await lookUpPersona(deps, asked)
  if (!outcome.ok) return refusalMessage(outcome.refusal, reader)
  const result = outcome.value
  if ('found' in result) return personaMessage(result.found, reader, { share: true })
  const suggestions = result.suggestions.map(({ name }) => name)
  return notFound({ kind: 'persona', term: asked.term, suggestions }, reader)
}
