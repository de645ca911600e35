import type { App } from '@slack/bolt'
import { barrierFor } from '../../flows/access/barrier.ts'
import { listPersonas, lookUpPersona } from '../../flows/look-up/look-up-persona.ts'
import { helpMessage } from '../blocks/glossary/help.ts'
import type { Look, Message } from '../blocks/parts/look.ts'
import { notFound } from '../blocks/glossary/not-found.ts'
import { personaList, personaMessage } from '../blocks/glossary/persona.ts'
import { refusalMessage } from '../blocks/parts/refusal.ts'
import { privately } from '../requests/answer.ts'
import type { Desk } from '../people/desk.ts'
import { commands } from '../ids.ts'
import { privateLook } from '../drawing/look.ts'
import { parseCommand } from '../requests/payloads.ts'

/** `/persona`: the list, or the one that comes closest to what was typed. */
export function onPersonaCommand(app: App, desk: Desk): void {
  app.command(commands.persona, async ({ ack, body, respond }) => {
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
  if (text.toLowerCase() === 'help') return helpMessage('persona', look)
  if (text === '' || text.toLowerCase() === 'list') return personaList(await listPersonas(deps), look)
  const term = text.replace(/^show\s+/i, '')
  const result = await lookUpPersona(deps, term)
  if ('found' in result) return personaMessage(result.found, look, { share: true })
  return notFound({ kind: 'persona', term, suggestions: result.suggestions.map(({ name }) => name) }, look)
}
