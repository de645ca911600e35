import type { z } from 'zod'
import { documentProblems } from './document-problems.ts'
import { readYaml, refused, type ReadDocument } from './read-yaml.ts'

/** Bytes of what a person writes: twenty times the playbook that Baton brings. */
export const longestDocument = 256 * 1024

export const tooLong = (bytes: number): string =>
  `has ${Math.ceil(bytes / 1024)} kB, and at most ${longestDocument / 1024} kB are read`

/** A document as somebody wrote it in YAML or JSON, or everything that is wrong with it. */
export function readDocument<T>(text: string, schema: z.ZodType<T>): ReadDocument<T> {
  const size = Buffer.byteLength(text)
  if (size > longestDocument) return refused('', tooLong(size))
  const source = readYaml(text)
  if (!source.ok) return source
  const parsed = schema.safeParse(source.value, { reportInput: true })
  if (parsed.success) return { ok: true, value: parsed.data }
  return { ok: false, problems: documentProblems(parsed.error, schema) }
}
