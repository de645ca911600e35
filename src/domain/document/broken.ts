/** Why a document that has the right shape can't work, where, and what to do about it. */
export interface Broken {
  path: PropertyKey[]
  remedy: string
}
