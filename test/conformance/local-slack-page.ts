import { once } from 'node:events'
import { WebSocket } from 'ws'
import { z } from 'zod'

const message = z.looseObject({
  ts: z.string(),
  channel: z.string(),
  text: z.string().default(''),
  thread_ts: z.string().optional(),
  ephemeral_to: z.string().optional(),
  blocks: z.array(z.looseObject({})).optional(),
})
export type PageMessage = z.infer<typeof message>

const view = z.looseObject({ blocks: z.array(z.looseObject({ block_id: z.string().optional() })) })
export type PageView = z.infer<typeof view>

/** What local-slack tells its page. */
const news = z.discriminatedUnion('t', [
  z.object({ t: z.literal('message'), message }),
  z.object({ t: z.literal('message_update'), message }),
  z.object({ t: z.literal('view'), stack: z.array(view).default([]) }),
  z.object({ t: z.literal('home'), user: z.string(), view }),
  z.object({ t: z.literal('view_errors'), errors: z.record(z.string(), z.string()).default({}) }),
  z.object({ t: z.literal('socket_status'), connected: z.boolean() }),
])

/** local-slack's own page, as its socket tells it: what is seen there, and a way to act. */
export interface LocalSlackPage {
  messages: Map<string, PageMessage>
  /** The modal in front. */
  modal(): PageView | undefined
  home(): PageView | null
  act(deed: Record<string, unknown>): void
  close(): void
}

export async function openLocalSlackPage(url: string): Promise<LocalSlackPage> {
  const socket = new WebSocket(`${url.replace('http', 'ws')}/ui`)
  const seen: { messages: Map<string, PageMessage>; stack: PageView[]; home: PageView | null } = {
    messages: new Map(),
    stack: [],
    home: null,
  }
  socket.on('message', (data: Buffer) => {
    const told = news.safeParse(JSON.parse(data.toString('utf8')))
    // The page is told of more than these checks look at.
    if (!told.success) return
    if ('message' in told.data) seen.messages.set(told.data.message.ts, told.data.message)
    if (told.data.t === 'view') seen.stack = told.data.stack
    if (told.data.t === 'home') seen.home = told.data.view
  })
  await once(socket, 'open')
  return {
    messages: seen.messages,
    modal: () => seen.stack.at(-1),
    home: () => seen.home,
    act: (deed) => socket.send(JSON.stringify(deed)),
    close: () => socket.terminate(),
  }
}
