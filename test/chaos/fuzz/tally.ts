/** What the intake answered, as far as it matters. */
export interface Tally {
  requests: number
  byStatus: Map<number, number>
  /** Answers of 500 and above, and requests that got none, with what was sent. */
  breaches: string[]
  /** Valid requests that were not taken. */
  refused: string[]
  /** The leads that the intake says it has. */
  leadIds: Set<string>
}

export const newTally = (): Tally => ({
  ...{ requests: 0, byStatus: new Map(), breaches: [], refused: [], leadIds: new Set() },
})

export function count(tally: Tally, status: number, answer: string): void {
  tally.byStatus.set(status, (tally.byStatus.get(status) ?? 0) + 1)
  if (status !== 202) return
  for (const [, id] of answer.matchAll(/"leadId":"([^"]+)"/g)) if (id !== undefined) tally.leadIds.add(id)
}

/** The beginning of what was sent, for a report. */
export const excerpt = (body: Buffer): string => JSON.stringify(body.subarray(0, 300).toString('latin1'))
