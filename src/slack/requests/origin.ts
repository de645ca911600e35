import type { App, Context } from '@slack/bolt'
import { WebAPIPlatformError, type WebClient } from '@slack/web-api'
import { z } from 'zod'
import type { Deps } from '../../ports/deps.ts'
import { refusalMessage } from '../blocks/parts/refusal.ts'
import { privately } from './respond.ts'
import type { Tools } from './tools.ts'
import type { Installation } from '../connection/installation.ts'
import { readerOf } from '../drawing/readers.ts'

/** Where Baton is installed, and as which app; the app is `null` where Slack does not tell. */
export interface Home extends Installation {
  appId: string | null
}

const bodySchema = z.object({
  type: z.string().nullish(),
  api_app_id: z.string().nullish(),
  response_url: z.string().nullish(),
})

/** The workspace and the organisation that a payload names, where it names them. */
type Named = Partial<Pick<Context, 'teamId' | 'enterpriseId'>>

/**
 * Whether something happened where Baton is at home. In an organisation of several workspaces a payload names the one in
 * which the person is, or none: it is then up to who the person is. Of no use is a payload's word for that.
 */
export function placeOf(
  { teamId, enterpriseId }: Named,
  home: Installation,
): 'home' | 'unclear' | 'elsewhere' {
  if (teamId === home.teamId) return 'home'
  if (!enterpriseId) return teamId ? 'elsewhere' : 'unclear'
  return home.enterpriseId === null || enterpriseId === home.enterpriseId ? 'unclear' : 'elsewhere'
}

/**
 * Turns away what was not meant for this installation, before any listener sees it: Bolt itself looks at neither. What
 * another app was sent is not answered; somebody of another workspace is told kindly that the leads are not theirs.
 */
export function onlyFromHome(app: App, { deps, log, client }: Tools, home: Home): void {
  app.use(async (args) => {
    const { context, body, next } = args
    const { api_app_id: appId, response_url: url, type } = bodySchema.parse(body)
    const isOtherApp = home.appId !== null && !!appId && appId !== home.appId
    if (!isOtherApp && (await isOurs(deps, context, home))) return next()
    log.warn({ what: type, app: appId, team: context.teamId }, 'not for this installation')
    const { userId } = context
    if (isOtherApp || userId === undefined || type === 'event_callback') return
    const refusal = { kind: 'not-allowed', barrier: 'stranger' } as const
    const message = refusalMessage(refusal, await readerOf(deps, userId))
    if (url && 'respond' in args) await args.respond(privately(message))
    else await client.chat.postMessage({ channel: userId, ...message })
  })
}

async function isOurs({ people }: Deps, context: Context, home: Home): Promise<boolean> {
  const place = placeOf(context, home)
  if (place !== 'unclear' || context.userId === undefined) return place === 'home'
  const { kind } = await people.find(context.userId)
  return kind === 'member' || kind === 'guest'
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
