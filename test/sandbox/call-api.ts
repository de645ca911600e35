import type { Sandbox } from '../../src/sandbox/sandbox.ts'
import { newTrigger } from '../../src/sandbox/workspace/state.ts'

export type Args = Record<string, unknown>
export type Answer = Args & { ok: boolean; error?: string; response_metadata?: { messages: string[] } }

/** The scopes of every method that the sandbox has. */
export const everyScope = [
  ...['chat:write', 'channels:read', 'channels:history', 'users:read', 'users:read.email', 'usergroups:read'],
  ...['team:read', 'im:write', 'files:write', 'reactions:write', 'reactions:read'],
]

/** A workspace with an archived channel and one that the bot is not in, for an app that may do everything. */
export function arrange({ state }: Sandbox): void {
  state.channels.push(
    { id: 'C0OLD', name: 'old', is_archived: true, is_ext_shared: false, members: ['U0BATON'] },
    { id: 'C0ELSEWHERE', name: 'elsewhere', is_archived: false, is_ext_shared: false, members: ['U0ANNA'] },
  )
}

/** Calls a method with JSON, and gives back the response as it is. */
export function post(slack: Pick<Sandbox, 'apiUrl' | 'botToken'>, method: string, args: Args = {}) {
  return fetch(slack.apiUrl + method, {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization: `Bearer ${slack.botToken}` },
    body: JSON.stringify(args),
  })
}

export async function callApi(slack: Sandbox, method: string, args: Args = {}): Promise<Answer> {
  return (await (await post(slack, method, args)).json()) as Answer
}

export const section = (text: string) => ({ type: 'section', text: { type: 'mrkdwn', text } })
export const modal = (fields: Args = {}) => ({
  ...{ type: 'modal', title: { type: 'plain_text', text: 'A modal' }, blocks: [section('Hello')] },
  ...fields,
})

/** A trigger as a click gives it: it opens one thing, within three seconds of the sandbox's clock. */
export function aTrigger({ state }: Sandbox, userId = 'U0BEN'): string {
  return newTrigger(state, userId)
}
