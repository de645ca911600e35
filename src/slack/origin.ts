import type { App } from '@slack/bolt'
import { WebAPIPlatformError, type WebClient } from '@slack/web-api'
import { z } from 'zod'
import { refusalMessage } from './blocks/refusal.ts'
import { privately } from './answer.ts'
import type { Desk } from './desk.ts'
import { privateLook } from './look.ts'

/** Where Baton is installed, and as which app; the app is `null` where Slack does not tell. */
export interface Home {
  teamId: string
  appId: string | null
}

const bodySchema = z.object({
  type: z.string().optional(),
  api_app_id: z.string().optional(),
  response_url: z.string().optional(),
})

/**
 * Turns away what was not meant for this installation, before any listener sees it: Bolt itself looks at neither. What
 * another app was sent is not answered; somebody of another workspace is told kindly that the leads are not theirs.
 */
export function onlyFromHome(app: App, { deps, log, client }: Desk, home: Home): void {
  app.use(async (args) => {
    const { context, body, next } = args
    const { api_app_id: appId, response_url: url, type } = bodySchema.parse(body)
    const isOtherApp = home.appId !== null && appId !== undefined && appId !== home.appId
    if (!isOtherApp && context.teamId === home.teamId) return next()
    log.warn({ what: type, app: appId, team: context.teamId }, 'not for this installation')
    const { userId } = context
    if (isOtherApp || userId === undefined || type === 'event_callback') return
    const refusal = { kind: 'not-allowed', barrier: 'stranger' } as const
    const message = refusalMessage(refusal, await privateLook(deps, userId))
    if (url !== undefined && 'respond' in args) await args.respond(privately(message))
    else await client.chat.postMessage({ channel: userId, ...message })
  })
}

/** The id of the app that this bot belongs to; `null` where Slack does not say. */
export async function appIdOf(client: WebClient, botId: string | undefined): Promise<string | null> {
  if (botId === undefined) return null
  try {
    const { bot } = await client.bots.info({ bot: botId })
    return bot?.app_id ?? null
  } catch (error) {
    if (error instanceof WebAPIPlatformError) return null
    throw error
  }
}
