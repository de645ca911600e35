import type { App, Context } from '@slack/bolt'
import type { WebClient } from '@slack/web-api'
import { z } from 'zod'
import { sorryMessage } from '../blocks/parts/sorry.ts'
import type { Reader } from '../blocks/parts/reader.ts'
import type { Message } from '../blocks/parts/message.ts'
import type { Tools } from './tools.ts'
import { loggable } from '../../flows/errors/loggable.ts'

const bodySchema = z.object({
  type: z.string().optional(),
  command: z.string().optional(),
  user: z.object({ id: z.string() }).optional(),
  user_id: z.string().optional(),
  event: z.object({ user: z.string().optional() }).optional(),
  response_url: z.url().optional(),
})

/** The one place where what went wrong in a listener ends: in the log, and kindly before the person, by a reference. */
export function apologize(app: App, tools: Tools): void {
  // Bolt hands over the body only with `extendedErrorHandler`.
  app.error(async ({ error, body, context }: { error: Error; body: unknown; context: Context }) => {
    const failed: unknown = context['failed']
    if (typeof failed === 'function') failed()
    const reference = tools.deps.newId().replaceAll('-', '').slice(-8)
    const where = bodySchema.safeParse(body).data ?? {}
    const what = where.command ?? where.type
    tools.log.error({ reference, what, why: loggable(error) }, 'a listener failed')
    const userId = where.user?.id ?? where.user_id ?? where.event?.user
    if (userId === undefined) return
    try {
      await say(sorryMessage(reference, await languageOf(tools, userId)), tools.client, { ...where, userId })
    } catch (failure) {
      tools.log.warn({ reference, why: loggable(failure) }, 'nor could the person be told')
    }
  })
}

async function say(
  message: Message,
  client: WebClient,
  to: { response_url?: string | undefined; userId: string },
) {
  if (to.response_url !== undefined && (await answered(to.response_url, message))) return
  await client.chat.postMessage({ channel: to.userId, ...message, parse: 'none', link_names: false })
}

/** False as well when nothing came back: the person is then written to directly, and at worst told twice. */
async function answered(url: string, message: Message): Promise<boolean> {
  const response = await fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ ...message, response_type: 'ephemeral', replace_original: false }),
    signal: AbortSignal.timeout(3_000),
  }).catch(() => null)
  return response?.ok ?? false
}

/** The database may be what failed, so only Slack is asked; when that fails as well, English has to do. */
async function languageOf({ deps }: Tools, userId: string): Promise<Pick<Reader, 'language'>> {
  try {
    const { language } = await deps.people.find(userId)
    return { language: language ?? 'en' }
  } catch {
    return { language: 'en' }
  }
}
