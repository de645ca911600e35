import type { App } from '@slack/bolt'
import { shownFigures } from '../../domain/privacy/shown-words.ts'
import { askDigest, type DigestAnswer } from '../../flows/digest/ask-digest.ts'
import { readLedger } from '../../flows/ledger/read-ledger.ts'
import { digestMessage } from '../blocks/digest/digest.ts'
import { helpMessage } from '../blocks/glossary/help.ts'
import { ledgerList } from '../blocks/ledger/ledger-lines.ts'
import type { Reader } from '../blocks/parts/reader.ts'
import type { Message } from '../blocks/parts/message.ts'
import { refusalMessage } from '../blocks/parts/refusal.ts'
import { notFound, sourceUnknown } from '../blocks/glossary/not-found.ts'
import { privately } from '../requests/respond.ts'
import type { Tools } from '../requests/tools.ts'
import { asksForChanges, parseDigestRequest } from '../requests/digest-request.ts'
import { commands } from '../ids.ts'
import { readerOf } from '../drawing/readers.ts'
import { parseCommand } from '../requests/payloads.ts'

type Asked = ReturnType<typeof parseCommand>

/** `/digest last source webinar persona sales leader`, `/digest changes`: as it stands now, for full members. */
export function onDigestCommand(app: App, tools: Tools): void {
  app.command(commands.digest, async ({ ack, body, respond }) => {
    await ack()
    const asked = parseCommand(body)
    const reader = await readerOf(tools.deps, asked.userId)
    await respond(privately(await answer(tools, asked, reader)))
  })
}

async function answer({ deps }: Tools, { userId, text }: Asked, reader: Reader): Promise<Message> {
  if (asksForChanges(text)) {
    const outcome = await readLedger(deps, { userId })
    if (!outcome.ok) return refusalMessage(outcome.refusal, reader)
    return ledgerList(outcome.value.entries, reader, outcome.value.personas)
  }
  const request = parseDigestRequest(text)
  if (!request) return helpMessage('digest', reader)
  const outcome = await askDigest(deps, { ...request, userId })
  return outcome.ok ? draw(outcome.value, reader) : refusalMessage(outcome.refusal, reader)
}

function draw(found: DigestAnswer, reader: Reader): Message {
  switch (found.found) {
    case 'figures':
      return digestMessage(shownFigures(found.figures, { personalData: true }), reader, {
        personas: found.personas,
        filter: found.filter,
      })
    case 'no-source':
      return sourceUnknown(found, reader)
    case 'no-persona':
      return notFound(
        { kind: 'persona', term: found.term, suggestions: found.suggestions.map(({ name }) => name) },
        reader,
      )
  }
}
