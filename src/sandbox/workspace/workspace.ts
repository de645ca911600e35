/** A person of the sandbox's workspace, in the fields of Slack's user object. */
export interface SandboxUser {
  id: string
  /** None for somebody whom an organisation of several workspaces knows, and none of these alone. */
  team_id?: string
  name: string
  real_name: string
  /** What they do, as their profile says. */
  title: string
  email?: string
  /** Missing as long as somebody is new, or has chosen none. */
  locale?: string | null
  tz?: string | null
  enterprise_user?: { id: string; enterprise_id: string; teams: string[] }
  deleted?: boolean
  is_bot?: boolean
  is_admin?: boolean
  is_restricted?: boolean
  is_ultra_restricted?: boolean
  is_stranger?: boolean
}

export interface SandboxChannel {
  id: string
  name: string
  is_archived: boolean
  is_ext_shared: boolean
  /** Another organisation was invited, and has not accepted yet. */
  is_pending_ext_shared?: boolean
  is_private?: boolean
  /** Only some may post. */
  is_read_only?: boolean
  members: string[]
}

export interface SandboxGroup {
  id: string
  handle: string
  users: string[]
  /** When it was switched off, in seconds. */
  date_delete?: number
}

export const teamId = 'T0BATON'
export const appId = 'A0BATON'
export const botUserId = 'U0BATON'
export const botId = 'B0BATON'

const berlin = { team_id: teamId, tz: 'Europe/Berlin' }

/** Sales, marketing, a manager, operations, and two who may only look. */
export const defaultUsers: SandboxUser[] = [
  {
    ...berlin,
    id: 'U0ANNA',
    name: 'anna',
    email: 'anna@example.com',
    title: 'SDR',
    real_name: 'Anna Schmidt',
    locale: 'en-US',
  },
  {
    ...berlin,
    id: 'U0BEN',
    name: 'ben',
    email: 'ben@example.com',
    title: 'SDR',
    real_name: 'Ben Krüger',
    locale: 'de-DE',
  },
  {
    ...berlin,
    id: 'U0CARLA',
    name: 'carla',
    email: 'carla@example.com',
    title: 'Marketer',
    real_name: 'Carla Vogt',
    locale: 'de-DE',
  },
  {
    ...berlin,
    id: 'U0DAVID',
    name: 'david',
    email: 'david@example.com',
    title: 'Sales manager',
    real_name: 'David Chen',
    locale: 'en-GB',
  },
  {
    ...berlin,
    id: 'U0OPS',
    name: 'olivia',
    email: 'olivia@example.com',
    title: 'Operations',
    real_name: 'Olivia Ops',
    locale: 'en-US',
    is_admin: true,
  },
  {
    ...berlin,
    id: 'U0GUEST',
    name: 'gus',
    email: 'gus@example.com',
    title: 'Guest',
    real_name: 'Gus Guest',
    locale: 'en-US',
    is_restricted: true,
  },
  {
    ...berlin,
    id: 'U0STRANGER',
    team_id: 'T0OTHER',
    name: 'sam',
    title: 'Of another organisation',
    real_name: 'Sam Elsewhere',
    locale: 'en-US',
    is_stranger: true,
  },
  {
    ...berlin,
    id: botUserId,
    name: 'baton',
    title: 'App',
    real_name: 'Baton',
    locale: 'en-US',
    is_bot: true,
  },
]

const everyone = defaultUsers.map((user) => user.id)

export const defaultChannels: SandboxChannel[] = [
  { id: 'C0LEADS', name: 'leads', is_archived: false, is_ext_shared: false, members: everyone },
  {
    id: 'C0MARKETING',
    name: 'marketing-feedback',
    is_archived: false,
    is_ext_shared: false,
    members: everyone,
  },
  { id: 'C0GENERAL', name: 'general', is_archived: false, is_ext_shared: false, members: everyone },
]

export const defaultGroups: SandboxGroup[] = [
  { id: 'S0SALES', handle: 'sales', users: ['U0ANNA', 'U0BEN'] },
  { id: 'S0MARKETING', handle: 'marketing', users: ['U0CARLA'] },
]
