import type { WebClient } from '@slack/web-api'
import { z } from 'zod'

const identitySchema = z.object({
  team: z.string().default(''),
  user: z.string().default(''),
  bot_id: z.string().optional(),
  response_metadata: z.object({ scopes: z.array(z.string()).optional() }).default({}),
})

/** Whose token it is. */
export interface Identity {
  team: string
  user: string
  isBot: boolean
  /** What it may do; `null` where the answer does not tell. */
  scopes: string[] | null
}

export async function readIdentity(client: WebClient): Promise<Identity> {
  const { team, user, bot_id: bot, response_metadata: more } = identitySchema.parse(await client.auth.test())
  return { team, user, isBot: bot !== undefined, scopes: more.scopes ?? null }
}
