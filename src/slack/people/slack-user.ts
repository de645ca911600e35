import { z } from 'zod'
import type { Language } from '../../domain/text/language.ts'
import type { Person } from '../../domain/people/person.ts'
import { zoneSchema } from '../../domain/calendar/working-hours.ts'
import type { Installation } from '../connection/installation.ts'

/** Slack leaves any of these out, or gives null or '', for new accounts, bots, guests and people of other workspaces. */
const text = z.string().catch('')
/** What is neither said nor denied counts as said: each of these takes rights away. */
const flag = z
  .boolean()
  .nullish()
  .catch(true)
  .transform((is) => is ?? false)
const ids = z.array(z.string()).catch([])

const profileSchema = z.object({ display_name: text, real_name: text })
const enterpriseUserSchema = z.object({ id: text, enterprise_id: text, teams: ids })

const userSchema = z.object({
  id: text,
  team_id: text,
  name: text,
  real_name: text,
  deleted: flag,
  is_bot: flag,
  is_restricted: flag,
  is_ultra_restricted: flag,
  is_stranger: flag,
  /** This one gives nothing here. */
  is_admin: z.boolean().catch(false),
  locale: text,
  tz: text,
  profile: profileSchema.catch({ display_name: '', real_name: '' }),
  enterprise_user: enterpriseUserSchema.catch({ id: '', enterprise_id: '', teams: [] }),
})
export type SlackUser = z.infer<typeof userSchema>

/** Somebody as users.info tells of them. @throws ZodError when it tells of nobody */
export const parseUser = (user: unknown): SlackUser => userSchema.parse(user)

/** All the ids of one person: in an organisation of several workspaces there may be two. */
export function idsOf(asked: string, { id, enterprise_user: { id: everywhere } }: SlackUser): string[] {
  return [asked, id, everywhere].filter((known) => known !== '')
}

export function nameOf({ profile, real_name: real, name, id }: SlackUser): string {
  return profile.display_name || real || profile.real_name || name || id
}

/** The language of ours that somebody chose in Slack; `null` where they chose none, or another one. */
export function languageOf({ locale }: SlackUser): Language | null {
  const [language] = locale.toLowerCase().split(/[-_]/)
  return language === 'de' || language === 'en' ? language : null
}

/** Their time zone; `null` where Slack does not tell, or tells one that is none. */
export function zoneOf({ tz }: SlackUser): string | null {
  return zoneSchema.safeParse(tz).data ?? null
}

export function kindOf(user: SlackUser, home: Installation): Person['kind'] {
  if (user.deleted) return 'deleted'
  if (user.is_stranger || !belongsTo(user, home)) return 'stranger'
  if (user.is_bot) return 'bot'
  return user.is_restricted || user.is_ultra_restricted ? 'guest' : 'member'
}

/** Of the workspace itself, or of another one of the same organisation; never by what a click says, only by users.info. */
function belongsTo(
  { team_id: team, enterprise_user: { enterprise_id, teams } }: SlackUser,
  home: Installation,
) {
  if (team === home.teamId || teams.includes(home.teamId)) return true
  return home.enterpriseId !== null && enterprise_id === home.enterpriseId
}
