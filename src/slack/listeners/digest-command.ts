import type { App } from '@slack/bolt'
import { askDigest } from '../../flows/digest/ask-digest.ts'
import { barrierFor } from '../../flows/access/barrier.ts'
import { digestMessage } from '../blocks/digest/digest.ts'
import { helpMessage } from '../blocks/glossary/help.ts'
import { ledgerList } from '../blocks/ledger/ledger-lines.ts'
import type { Look, Message } from '../blocks/parts/look.ts'
import { refusalMessage } from '../blocks/parts/refusal.ts'
import { notFound, sourceUnknown } from '../blocks/glossary/not-found.ts'
import { privately } from '../requests/answer.ts'
import type { Desk } from '../people/desk.ts'
import { asksForChanges, parseDigestRequest } from '../requests/digest-request.ts'
import { commands } from '../ids.ts'
import { privateLook } from '../drawing/look.ts'
import { parseCommand } from '../requests/payloads.ts'

const ledgerShown = 20

/** `/digest last source webinar persona sales leader`, `/digest changes`: as it stands now, for full members. */
export function onDigestCommand(app: App, desk: Desk): void {
  app.command(commands.digest, async ({ ack, body, respond }) => {
    await ack()
    const { userId, text } = parseCommand(body)
    const [barrier, look] = await Promise.all([
      barrierFor(desk.deps, userId, 'read-digest'),
      privateLook(desk.deps, userId),
    ])
    await respond(privately(barrier ? refusalMessage(barrier, look) : await answer(desk, text, look)))
  })
}

async function answer({ deps }: Desk, text: string, look: Look): Promise<Message> {
  const personas = await deps.db.personas.all()
  if (asksForChanges(text)) return ledgerList(await deps.db.ledger.latest(ledgerShown), look, personas)
  const request = parseDigestRequest(text)
  if (!request) return helpMessage('digest', look)
  const found = await askDigest(deps, request)
  switch (found.found) {
    case 'figures':
      return digestMessage(found.figures, look, { personas, filter: found.filter })
    case 'no-source':
      return sourceUnknown(found, look)
    case 'no-persona':
      return notFound(
        { kind: 'persona', term: found.term, suggestions: found.suggestions.map(({ name }) => name) },
        look,
      )
  }
}
