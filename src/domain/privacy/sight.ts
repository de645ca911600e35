/** What those who read something may see. */
export interface Sight {
  /** Names, and texts that can hold one. A channel that is shared with another organisation shows none, by default. */
  personalData: boolean
}
