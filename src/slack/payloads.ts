import { z } from 'zod'

const valueSchema = z.object({
  action_id: z.string(),
  value: z.string().optional(),
  url: z.string().optional(),
  selected_option: z.object({ value: z.string() }).nullish(),
})

const clickSchema = z.object({
  user: z.object({ id: z.string() }),
  trigger_id: z.string().default(''),
  response_url: z.string().optional(),
  channel: z.object({ id: z.string() }).optional(),
  message: z.object({ ts: z.string() }).optional(),
  container: z.object({ is_ephemeral: z.boolean().default(false) }).default({ is_ephemeral: false }),
  view: z.object({ id: z.string(), hash: z.string(), private_metadata: z.string().default('') }).optional(),
  actions: z.array(valueSchema).min(1),
})

/** One person's click, reduced to what listeners need. Nothing in it proves that the person may do it. */
export interface Click {
  userId: string
  triggerId: string
  /** Whether Slack lets us answer where the click happened. */
  canRespond: boolean
  /** The message in a channel that was clicked; none for what only one person sees. */
  message: { channel: string; ts: string } | null
  view: { id: string; hash: string; private_metadata: string } | null
  actionId: string
  /** The button's value, or the option that was chosen. */
  value: string
  isLink: boolean
}

export function parseClick(body: unknown): Click {
  const parsed = clickSchema.parse(body)
  const { user, trigger_id: triggerId, channel, message, container, view } = parsed
  const [action] = parsed.actions
  return {
    userId: user.id,
    triggerId,
    canRespond: parsed.response_url !== undefined,
    message: channel && message && !container.is_ephemeral ? { channel: channel.id, ts: message.ts } : null,
    view: view ?? null,
    actionId: action?.action_id ?? '',
    value: action?.selected_option?.value ?? action?.value ?? '',
    isLink: action?.url !== undefined,
  }
}

const commandSchema = z.object({ user_id: z.string(), text: z.string().default(''), command: z.string() })

/** A typed command: its first word in small letters, the rest, and all of it. */
export function parseCommand(body: unknown): {
  userId: string
  command: string
  text: string
  word: string
  rest: string
} {
  const { user_id: userId, text, command } = commandSchema.parse(body)
  const [word = '', ...rest] = text.trim().split(/\s+/)
  return { userId, command, text: text.trim(), word: word.toLowerCase(), rest: rest.join(' ') }
}
