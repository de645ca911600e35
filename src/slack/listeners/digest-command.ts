import type { App } from '@slack/bolt'
import { z } from 'zod'
import { weekSchema } from '../../domain/week.ts'
import { previewDigest } from '../../flows/preview-digest.ts'
import { digestMessage } from '../blocks/digest.ts'
import { helpMessage } from '../blocks/help.ts'
import { refusalMessage } from '../blocks/refusal.ts'
import { privately } from '../answer.ts'
import type { Desk } from '../desk.ts'
import { commands } from '../ids.ts'
import { privateLook } from '../look.ts'
import { parseCommand } from '../payloads.ts'

const askedSchema = z.union([z.enum(['this', 'last']), z.string().toUpperCase().pipe(weekSchema)])

/** `/digest`, `/digest last`, `/digest 2026-W47`: the numbers as they stand now, for full members of the workspace. */
export function onDigestCommand(app: App, { deps }: Desk): void {
  app.command(commands.digest, async ({ ack, body, respond }) => {
    await ack()
    const { userId, word } = parseCommand(body)
    const [person, look] = await Promise.all([deps.people.find(userId), privateLook(deps, userId)])
    if (person.kind !== 'member') {
      return void (await respond(
        privately(refusalMessage({ kind: 'not-allowed', barrier: person.kind }, look)),
      ))
    }
    const week = askedSchema.safeParse(word === '' ? 'this' : word)
    const message = week.success
      ? digestMessage(await previewDigest(deps, week.data), look, await deps.db.personas.all())
      : helpMessage('digest', look)
    await respond(privately(message))
  })
}
