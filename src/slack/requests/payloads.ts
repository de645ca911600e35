import { z } from 'zod'
import { typed } from './typed.ts'

const valueSchema = z.object({
  action_id: z.string(),
  block_id: z.string().default(''),
  value: z.string().nullish(),
  url: z.string().nullish(),
  selected_option: z.object({ value: z.string() }).nullish(),
})

const clickSchema = z.object({
  user: z.object({ id: z.string() }),
  trigger_id: z.string().default(''),
  response_url: z.string().nullish(),
  channel: z.object({ id: z.string() }).nullish(),
  message: z.object({ ts: z.string() }).nullish(),
  container: z.object({ is_ephemeral: z.boolean().default(false) }).nullish(),
  view: z.object({ id: z.string(), hash: z.string(), private_metadata: z.string().default('') }).nullish(),
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
  blockId: string
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
    canRespond: Boolean(parsed.response_url),
    message: channel && message && !container?.is_ephemeral ? { channel: channel.id, ts: message.ts } : null,
    view: view ?? null,
    actionId: action?.action_id ?? '',
    blockId: action?.block_id ?? '',
    value: action?.selected_option?.value ?? action?.value ?? '',
    isLink: Boolean(action?.url),
  }
}

const commandSchema = z.object({ user_id: z.string(), text: z.string().nullish(), command: z.string() })

/** A typed command in plain signs: its first word in small letters, the rest, and all of it. */
export function parseCommand(body: unknown): {
  userId: string
  command: string
  text: string
  word: string
  rest: string
} {
  const { user_id: userId, text: sent, command } = commandSchema.parse(body)
  const text = typed(sent ?? '')
  const [word = '', ...rest] = text.split(' ')
  return { userId, command, text, word: word.toLowerCase(), rest: rest.join(' ') }
}

const inputSchema = z.object({
  value: z.string().nullish(),
  selected_option: z.object({ value: z.string() }).nullish(),
  selected_date: z.string().nullish(),
})

const submissionSchema = z.object({
  user: z.object({ id: z.string() }),
  view: z.object({
    private_metadata: z.string(),
    state: z.object({ values: z.record(z.string(), z.record(z.string(), inputSchema)) }),
  }),
})

/** A modal that was sent. Nothing in it proves that the person may send it. */
export interface Submission {
  userId: string
  privateMetadata: string
  blockIds: string[]
  /** What was entered in a block, without blanks at its ends; `null` for nothing. */
  entered: (blockId: string) => string | null
}

export function parseSubmission(body: unknown): Submission {
  const { user, view } = submissionSchema.parse(body)
  const { values } = view.state
  const entered = (blockId: string): string | null => {
    const [input] = Object.values(values[blockId] ?? {})
    return (input?.selected_option?.value ?? input?.selected_date ?? input?.value)?.trim() || null
  }
  return { userId: user.id, privateMetadata: view.private_metadata, blockIds: Object.keys(values), entered }
}
