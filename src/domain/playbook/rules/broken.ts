import type { PlaybookDocument } from '../playbook.ts'

/** Why a playbook that has the right shape can't work, where, and what to do about it. */
export interface Broken {
  path: PropertyKey[]
  remedy: string
}

export type Rule = (document: PlaybookDocument, now: Date) => Broken[]
