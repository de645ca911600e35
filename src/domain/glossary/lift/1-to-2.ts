import { z } from 'zod'

const known = z.looseObject({ version: z.unknown().optional(), since: z.unknown().optional() })

/** The first format could hold which version it is and since when, where a document was read and stored again. */
export function withoutItsVersion(document: unknown): unknown {
  const { data } = known.safeParse(document)
  if (!data) return document
  return Object.fromEntries(Object.entries(data).filter(([key]) => key !== 'version' && key !== 'since'))
}
