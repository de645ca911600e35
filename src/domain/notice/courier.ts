/** Names who carries the notices of a lane: the outbox serves any number of them, and need not know them. */
export type Courier = string

export const slack: Courier = 'slack'
