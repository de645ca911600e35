import { z } from 'zod'
import type { SandboxMessage } from '../sandbox/sandbox.ts'
import { actions } from '../slack/ids.ts'
import type { Card } from './decide-in-slack.ts'

const blockSchema = z.looseObject({
  elements: z
    .array(z.looseObject({ action_id: z.string().optional(), value: z.string().optional() }))
    .default([]),
})

/** The cards in a channel that still have their Accept button, by the handoff that the button names. */
export function findCards(messages: SandboxMessage[]): Map<string, Card> {
  const cards = new Map<string, Card>()
  for (const message of messages) {
    const handoffId = handoffOf(message.blocks)
    if (handoffId !== undefined) cards.set(handoffId, { handoffId, message })
  }
  return cards
}

function handoffOf(blocks: unknown): string | undefined {
  return z
    .array(blockSchema)
    .catch([])
    .parse(blocks)
    .flatMap((block) => block.elements)
    .find((element) => element.action_id === actions.accept)?.value
}
