import type { Language } from '../text/language.ts'

/** Somebody in Slack, as the bot sees them. */
export interface Person {
  id: string
  name: string
  /** `null` where Slack tells none of ours: the playbook's then. */
  language: Language | null
  /** IANA zone, such as `Europe/Berlin`; `null` where Slack tells none: the playbook's then. */
  zone: string | null
  kind: 'member' | 'guest' | 'bot' | 'deleted' | 'stranger'
  isAdmin: boolean
  /** Ids of the Slack user groups the person is in. */
  groups: string[]
}

/** What people do in the team, as the playbook names them. */
export type RoleName = 'sales' | 'marketing' | 'managers' | 'operations'
