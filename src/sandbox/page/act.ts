import { z } from 'zod'
import type { Actor } from '../acting/actor.ts'
import type { Block } from '../limits/block-types.ts'
import type { State } from '../workspace/state.ts'
import { findMessage } from '../workspace/state.ts'
import type { Reads } from './reads.ts'

const channel = z.string()

/** Everything a person can do on the page. */
export const actSchema = z.discriminatedUnion('do', [
  z.object({
    do: z.literal('click'),
    channel,
    ts: z.string(),
    action: z.string(),
    value: z.string().optional(),
    /** The message as the person sees it: by now the channel may have a newer one. */
    seen: z.custom<Block[]>(Array.isArray),
  }),
  z.object({ do: z.literal('click-in-view'), action: z.string(), value: z.string().optional() }),
  z.object({ do: z.literal('enter'), block: z.string(), value: z.string() }),
  z.object({ do: z.literal('submit'), values: z.record(z.string(), z.string()) }),
  z.object({ do: z.literal('close') }),
  z.object({ do: z.literal('home') }),
  z.object({ do: z.literal('command'), command: z.string(), text: z.string(), channel }),
  z.object({ do: z.literal('say'), text: z.string().min(1), channel, thread: z.string().optional() }),
  z.object({ do: z.literal('read'), channel }),
])
export type Act = z.infer<typeof actSchema>

interface Person {
  state: State
  reads: Reads
  userId: string
  actor: Actor
}

/**
 * Does what a person did on the page.
 * @throws NotDelivered, or an Error in words, when Slack would show one
 */
export async function act({ state, reads, userId, actor }: Person, deed: Act): Promise<void> {
  switch (deed.do) {
    case 'click': {
      const message = findMessage(state, deed.channel, deed.ts)
      if (!message) throw new Error('that message is no longer there')
      return actor.click({ ...message, blocks: deed.seen }, deed.action, {
        ...(deed.value !== undefined && { value: deed.value }),
      })
    }
    case 'click-in-view':
      return actor.clickInView(deed.action, { ...(deed.value !== undefined && { value: deed.value }) })
    case 'enter':
      return actor.fill({ [deed.block]: deed.value })
    case 'submit':
      return actor.submit(deed.values)
    case 'close':
      return actor.closeModal()
    case 'home':
      return void (await actor.home())
    case 'command':
      return actor.command(deed.command, deed.text, deed.channel)
    case 'say':
      return void (await actor.say(deed.channel, deed.text, deed.thread))
    case 'read':
      return reads.read(userId, deed.channel)
  }
}
