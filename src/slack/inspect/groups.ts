import type { WebClient } from '@slack/web-api'
import { z } from 'zod'

const groupsSchema = z.array(
  z.object({
    id: z.string(),
    handle: z.string().default(''),
    date_delete: z.number().default(0),
    users: z.array(z.string()).default([]),
  }),
)

export interface SeenGroup {
  id: string
  handle: string
  isDisabled: boolean
  members: number
}

/** Every user group, those that were switched off included. */
export async function readGroups(client: WebClient): Promise<SeenGroup[]> {
  const { usergroups } = await client.usergroups.list({ include_users: true, include_disabled: true })
  return groupsSchema.parse(usergroups ?? []).map(({ id, handle, date_delete: deleted, users }) => ({
    ...{ id, handle },
    isDisabled: deleted !== 0,
    members: users.length,
  }))
}
