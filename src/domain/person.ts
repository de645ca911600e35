import type { Language } from './language.ts'

/** Somebody in Slack, as the bot sees them. */
export interface Person {
  id: string
  name: string
  language: Language
  /** IANA zone, such as `Europe/Berlin`. */
  zone: string
  kind: 'member' | 'guest' | 'bot' | 'deleted' | 'stranger'
  isAdmin: boolean
  /** Ids of the Slack user groups the person is in. */
  groups: string[]
}

/** What people do in the team, as the playbook names them. */
export type RoleName = 'sales' | 'marketing' | 'managers' | 'operations'
