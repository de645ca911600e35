import type { Language } from '../../src/domain/text/language.ts'
import type { SandboxUser } from '../../src/sandbox/workspace/workspace.ts'
import type { Roles } from '../../src/domain/people/roles.ts'
import type { Team } from './team.ts'
import { agree } from './agree.ts'

/** Somebody of each kind, as Slack and the playbook see them. */
interface Kind {
  user?: Partial<SandboxUser>
  /** The roles that name them: a guest in a role is a guest all the same. */
  roles?: (keyof Roles)[]
  /** What they are told when they may not. */
  told: 'guest' | 'stranger' | 'bot' | 'deleted' | 'role'
}

const everyRole = ['sales', 'managers', 'marketing', 'operations'] as const

export const kinds = {
  sales: { roles: ['sales'], told: 'role' },
  manager: { roles: ['managers'], told: 'role' },
  marketing: { roles: ['marketing'], told: 'role' },
  operations: { roles: ['operations'], told: 'role' },
  'member without a role': { told: 'role' },
  'admin without a role': { user: { is_admin: true }, told: 'role' },
  guest: { user: { is_restricted: true }, told: 'guest' },
  'guest of one channel': { user: { is_restricted: true, is_ultra_restricted: true }, told: 'guest' },
  'guest whom every role names': { user: { is_restricted: true }, roles: [...everyRole], told: 'guest' },
  stranger: { user: { is_stranger: true }, roles: [...everyRole], told: 'stranger' },
  'somebody of another team': { user: { team_id: 'T0OTHER' }, roles: [...everyRole], told: 'stranger' },
  bot: { user: { is_bot: true }, roles: [...everyRole], told: 'bot' },
  'somebody deactivated': { user: { deleted: true, is_admin: true }, roles: [...everyRole], told: 'deleted' },
} as const satisfies Record<string, Kind>
export type KindName = keyof typeof kinds

export interface Actor {
  id: string
  kind: KindName
  language: Language
}

/** One of each kind in each language. */
export const cast: Actor[] = Object.keys(kinds).flatMap((kind, index) =>
  (['en', 'de'] as const).map((language) => ({
    id: `U0CAST${index}${language.toUpperCase()}`,
    // The keys of `kinds` are its names.
    kind: kind as KindName,
    language,
  })),
)

/** Brings them all into the workspace, and into the playbook's roles: half of them by name, half by group. */
export async function invite({ slack: { state }, baton }: Team): Promise<void> {
  const { db, now } = baton.deps
  const { document } = await db.playbooks.current()
  const roles = structuredClone(document.roles)
  for (const name of everyRole) {
    const group = `S0CAST${name.toUpperCase()}`
    const holders = cast.filter(({ kind }) => ((kinds[kind] as Kind).roles ?? []).includes(name))
    const [byGroup, byName] = [
      holders.filter(({ language }) => language === 'de'),
      holders.filter(({ language }) => language === 'en'),
    ]
    state.groups.push({ id: group, handle: name, users: byGroup.map(({ id }) => id) })
    roles[name] = { groups: [group], users: byName.map(({ id }) => id) }
  }
  for (const actor of cast) {
    state.users.push(userOf(actor))
    for (const channel of state.channels) channel.members.push(actor.id)
  }
  await agree(db, { ...document, roles }, { at: now() })
}

function userOf({ id, kind, language }: Actor): SandboxUser {
  const name = `${kind} ${language}`
  return {
    ...{ id, name, real_name: name, title: '', team_id: 'T0BATON', tz: 'Europe/Berlin' },
    locale: language === 'de' ? 'de-DE' : 'en-US',
    ...(kinds[kind] as Kind).user,
  }
}
