import { WebAPIPlatformError, type WebClient } from '@slack/web-api'
import { z } from 'zod'
import type { Person } from '../domain/person.ts'
import { zoneSchema } from '../domain/working-hours.ts'
import type { People } from '../flows/ports.ts'
import { cached } from './cached.ts'

/** So long, at most, somebody keeps a right that Slack has taken away. */
const forMs = 60_000
/** A token does not change its workspace. */
const teamForMs = 60 * 60_000

const userSchema = z.object({
  id: z.string(),
  team_id: z.string().optional(),
  name: z.string().default(''),
  real_name: z.string().optional(),
  deleted: z.boolean().default(false),
  is_bot: z.boolean().default(false),
  is_restricted: z.boolean().default(false),
  is_ultra_restricted: z.boolean().default(false),
  is_stranger: z.boolean().default(false),
  is_admin: z.boolean().default(false),
  locale: z.string().optional(),
  tz: z.string().optional(),
  profile: z.object({ display_name: z.string().optional(), real_name: z.string().optional() }).default({}),
  enterprise_user: z.object({ teams: z.array(z.string()).default([]) }).optional(),
})
type User = z.infer<typeof userSchema>

const groupsSchema = z.array(z.object({ id: z.string(), users: z.array(z.string()).default([]) }))
type Groups = z.infer<typeof groupsSchema>

/** Who people are, as Slack tells: language, time zone, kind and user groups. What changed shows after a minute. */
export function slackPeople({ client, now }: { client: WebClient; now: () => Date }): People {
  const people = cached<Person>({ now, forMs })
  const groups = cached<Groups>({ now, forMs })
  const team = cached<string>({ now, forMs: teamForMs })
  const load = async (userId: string): Promise<Person> => {
    const [user, home, all] = await Promise.all([
      readUser(client, userId),
      team('own', () => readTeam(client)),
      groups('all', () => readGroups(client)),
    ])
    return toPerson(user, home, all)
  }
  return {
    find: (userId) => people(userId, () => load(userId)),
    holders: async ({ groups: named, users }) => {
      const all = named.length === 0 ? [] : await groups('all', () => readGroups(client))
      const inGroups = all.filter(({ id }) => named.includes(id)).flatMap((group) => group.users)
      return [...new Set([...users, ...inGroups])]
    },
  }
}

async function readUser(client: WebClient, userId: string): Promise<User> {
  try {
    const { user } = await client.users.info({ user: userId, include_locale: true })
    return userSchema.parse(user)
  } catch (error) {
    // One wrong id in the playbook must not keep everybody else from being told.
    if (error instanceof WebAPIPlatformError && unknown.has(error.data.error))
      return userSchema.parse({ id: userId, name: userId, deleted: true })
    throw error
  }
}
const unknown = new Set(['user_not_found', 'user_not_visible'])

async function readTeam(client: WebClient): Promise<string> {
  const { team_id: team } = await client.auth.test()
  return z.string().parse(team)
}

async function readGroups(client: WebClient): Promise<Groups> {
  try {
    const { usergroups } = await client.usergroups.list({ include_users: true })
    return groupsSchema.parse(usergroups ?? [])
  } catch (error) {
    // User groups are an optional scope and not part of every plan; roles can list people by id instead.
    if (error instanceof WebAPIPlatformError && unavailable.has(error.data.error)) return []
    throw error
  }
}
const unavailable = new Set([
  'missing_scope',
  'paid_teams_only',
  'plan_upgrade_required',
  'team_not_eligible',
])

function toPerson(user: User, team: string, groups: Groups): Person {
  const zone = zoneSchema.safeParse(user.tz)
  return {
    id: user.id,
    name: user.profile.display_name || user.real_name || user.profile.real_name || user.name,
    language: user.locale?.toLowerCase().startsWith('de') ? 'de' : 'en',
    zone: zone.success ? zone.data : 'UTC',
    kind: kindOf(user, team),
    isAdmin: user.is_admin,
    groups: groups.filter((group) => group.users.includes(user.id)).map((group) => group.id),
  }
}

function kindOf(user: User, team: string): Person['kind'] {
  if (user.deleted) return 'deleted'
  if (user.is_stranger || !belongsTo(user, team)) return 'stranger'
  if (user.is_bot) return 'bot'
  return user.is_restricted || user.is_ultra_restricted ? 'guest' : 'member'
}

function belongsTo(user: User, team: string): boolean {
  if (user.enterprise_user?.teams.includes(team)) return true
  return user.team_id === team
}
