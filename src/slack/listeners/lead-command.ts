import type { App } from '@slack/bolt'
import { latestHandoff } from '../../domain/lead/lead.ts'
import { listed } from '../../domain/privacy/shown-lead.ts'
import { findLeads } from '../../flows/look-up/find-leads.ts'
import { myLeads } from '../../flows/look-up/my-leads.ts'
import { helpMessage } from '../blocks/glossary/help.ts'
import { leadList } from '../blocks/card/lead-list.ts'
import type { Reader } from '../blocks/parts/reader.ts'
import type { Message } from '../blocks/parts/message.ts'
import { refusalMessage } from '../blocks/parts/refusal.ts'
import { texts } from '../text/index.ts'
import { privately } from '../requests/respond.ts'
import type { Tools } from '../requests/tools.ts'
import { commands } from '../ids.ts'
import { readerOf } from '../drawing/readers.ts'
import { parseCommand } from '../requests/payloads.ts'

type Asked = ReturnType<typeof parseCommand>

/** `/lead find WORDS`, `/lead mine`: leads for the person who asks. */
export function onLeadCommand(app: App, tools: Tools): void {
  app.command(commands.lead, async ({ ack, body, respond }) => {
    await ack()
    const asked = parseCommand(body)
    const reader = await readerOf(tools.deps, asked.userId)
    await respond(privately(await answer(tools, asked, reader)))
  })
}

async function answer(tools: Tools, asked: Asked, reader: Reader): Promise<Message> {
  const { word, rest, text } = asked
  if (word === 'mine' && rest === '') return mine(tools, asked, reader)
  if (text === '' || word === 'help' || text.toLowerCase() === 'find') return helpMessage('lead', reader)
  return find(tools, { userId: asked.userId, text: word === 'find' ? rest : text }, reader)
}

async function mine({ deps }: Tools, { userId }: Asked, reader: Reader): Promise<Message> {
  const outcome = await myLeads(deps, { userId })
  if (!outcome.ok) return refusalMessage(outcome.refusal, reader)
  return leadList(listed(outcome.value.accepted), reader, texts(reader.language)('leads.mine'))
}

async function find(
  { deps }: Tools,
  search: { userId: string; text: string },
  reader: Reader,
): Promise<Message> {
  const outcome = await findLeads(deps, search)
  if (!outcome.ok) return refusalMessage(outcome.refusal, reader)
  const found = outcome.value.map((lead) => ({ lead, handoff: latestHandoff(lead) }))
  return leadList(listed(found), reader, texts(reader.language)('leads.found', { text: search.text }))
}
