import type { z } from 'zod'
import { documentProblems } from './document-problems.ts'
import { readYaml, refused, type ReadDocument } from './read-yaml.ts'

/** Bytes of what a person writes: several times the agreement that Baton brings. */
export const longestDocument = 256 * 1024

export const tooLong = (bytes: number): string =>
  `has ${Math.ceil(bytes / 1024)} kB, and at most ${longestDocument / 1024} kB are read`

/** What stands in a file of YAML or JSON, whatever it means. */
export function readSource(text: string): ReadDocument<unknown> {
  const size = Buffer.byteLength(text)
  return size > longestDocument ? refused('', tooLong(size)) : readYaml(text)
}

/** A document of this shape, or everything that is wrong with it. */
export function checkDocument<T>(value: unknown, schema: z.ZodType<T>): ReadDocument<T> {
  const parsed = schema.safeParse(value, { reportInput: true })
  if (parsed.success) return { ok: true, value: parsed.data }
  return { ok: false, problems: documentProblems(parsed.error, schema) }
}

/** A document as somebody wrote it in YAML or JSON, or everything that is wrong with it. */
export function readDocument<T>(text: string, schema: z.ZodType<T>): ReadDocument<T> {
  const source = readSource(text)
  return source.ok ? checkDocument(source.value, schema) : source
}
