import type { Search } from '../../../src/slack/delivery/find-doubtful.ts'

/** Stands in for the look-up: it never finds anything. */
export const findPosted = async (): Promise<Search> => ({ kind: 'missing' })
