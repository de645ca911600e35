import { WebAPIPlatformError, type WebClient } from '@slack/web-api'
import { z } from 'zod'
import type { Person } from '../../domain/people/person.ts'
import type { People } from '../../ports/people.ts'
import { cached } from './cached.ts'
import { installationOf, type Installation } from '../connection/installation.ts'
import { idsOf, kindOf, languageOf, nameOf, parseUser, zoneOf, type SlackUser } from './slack-user.ts'

/** So long, at most, somebody keeps a right that Slack has taken away. */
const forMs = 60_000
/** A token does not change its workspace. */
const homeForMs = 60 * 60_000

const groupsSchema = z.array(z.object({ id: z.string(), users: z.array(z.string()).default([]) }))
type Groups = z.infer<typeof groupsSchema>

/** Who people are, as Slack tells: language, time zone, kind and user groups. What changed shows after a minute. */
export function slackPeople({ client, now }: { client: WebClient; now: () => Date }): People {
  const people = cached<Person>({ now, forMs })
  const groups = cached<Groups>({ now, forMs })
  const home = cached<Installation>({ now, forMs: homeForMs })
  const load = async (userId: string): Promise<Person> => {
    const [user, own, all] = await Promise.all([
      readUser(client, userId),
      home('own', () => readHome(client)),
      groups('all', () => readGroups(client)),
    ])
    return toPerson(userId, user, { home: own, groups: all })
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

async function readUser(client: WebClient, userId: string): Promise<SlackUser> {
  try {
    const { user } = await client.users.info({ user: userId, include_locale: true })
    return parseUser(user)
  } catch (error) {
    // One wrong id in the playbook must not keep everybody else from being told.
    if (error instanceof WebAPIPlatformError && unknown.has(error.data.error))
      return parseUser({ id: userId, name: userId, deleted: true })
    throw error
  }
}
const unknown = new Set(['user_not_found', 'user_not_visible'])

async function readHome(client: WebClient): Promise<Installation> {
  const home = installationOf(await client.auth.test())
  if (!home) throw new Error('auth.test names no workspace')
  return home
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

function toPerson(
  id: string,
  user: SlackUser,
  { home, groups }: { home: Installation; groups: Groups },
): Person {
  const known = idsOf(id, user)
  return {
    id,
    name: nameOf(user) || id,
    language: languageOf(user),
    zone: zoneOf(user),
    kind: kindOf(user, home),
    isAdmin: user.is_admin,
    groups: groups.filter(({ users }) => known.some((one) => users.includes(one))).map((group) => group.id),
  }
}
