/** How to let go of what is held; `null` when somebody else has it. */
export type Hold = (() => Promise<void>) | null
