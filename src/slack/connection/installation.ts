import { z } from 'zod'

/** The workspace in which Baton is installed, and the organisation of several workspaces (Enterprise Grid) it may be part of. */
export interface Installation {
  teamId: string
  enterpriseId: string | null
}

const identitySchema = z.object({
  team_id: z.string().min(1),
  enterprise_id: z.string().min(1).nullish().catch(null),
})

/** Where a token belongs, as auth.test tells; `null` where it belongs to no workspace. */
export function installationOf(identity: unknown): Installation | null {
  const { data } = identitySchema.safeParse(identity)
  return data ? { teamId: data.team_id, enterpriseId: data.enterprise_id ?? null } : null
}
