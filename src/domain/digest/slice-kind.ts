/** What a cohort is looked at by. */
export const sliceKinds = ['source', 'campaign', 'persona', 'tier'] as const
export type SliceKind = (typeof sliceKinds)[number]
