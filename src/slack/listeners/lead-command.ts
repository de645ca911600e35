import type { App } from '@slack/bolt'
import { findLeads } from '../../flows/look-up/find-leads.ts'
import { myLeads } from '../../flows/look-up/my-leads.ts'
import { helpMessage } from '../blocks/glossary/help.ts'
import { leadList } from '../blocks/card/lead-list.ts'
import type { Look, Message } from '../blocks/parts/look.ts'
import { refusalMessage } from '../blocks/parts/refusal.ts'
import { texts } from '../text/index.ts'
import { privately } from '../requests/answer.ts'
import type { Desk } from '../people/desk.ts'
import { commands } from '../ids.ts'
import { privateLook } from '../drawing/look.ts'
import { parseCommand } from '../requests/payloads.ts'

type Asked = ReturnType<typeof parseCommand>

/** `/lead find WORDS`, `/lead mine`: leads for the person who asks. */
export function onLeadCommand(app: App, desk: Desk): void {
  app.command(commands.lead, async ({ ack, body, respond }) => {
    await ack()
    const asked = parseCommand(body)
    const look = await privateLook(desk.deps, asked.userId)
    await respond(privately(await answer(desk, asked, look)))
  })
}

async function answer(desk: Desk, asked: Asked, look: Look): Promise<Message> {
  const { word, rest, text } = asked
  if (word === 'mine' && rest === '') return mine(desk, asked, look)
  if (text === '' || word === 'help' || text.toLowerCase() === 'find') return helpMessage('lead', look)
  return find(desk, { userId: asked.userId, text: word === 'find' ? rest : text }, look)
}

async function mine({ deps }: Desk, { userId }: Asked, look: Look): Promise<Message> {
  const outcome = await myLeads(deps, { userId })
  if (!outcome.ok) return refusalMessage(outcome.refusal, look)
  return leadList(outcome.value.accepted, look, texts(look.language)('leads.mine'))
}

async function find({ deps }: Desk, search: { userId: string; text: string }, look: Look): Promise<Message> {
  const outcome = await findLeads(deps, search)
  if (!outcome.ok) return refusalMessage(outcome.refusal, look)
  return leadList(outcome.value, look, texts(look.language)('leads.found', { text: search.text }))
}
