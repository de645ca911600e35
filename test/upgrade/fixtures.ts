import { readdir } from 'node:fs/promises'
import { join } from 'node:path'

const schemas = join(import.meta.dirname, '../fixtures/schemas')

export const fixtureFolder = (schema: string): string => join(schemas, schema)

/** A schema has the name of its last migration. */
export async function presentSchema(): Promise<string> {
  return (await allSchemas()).at(-1) ?? ''
}

/** Every schema there has been, the oldest first. */
export async function allSchemas(): Promise<string[]> {
  const entries = await readdir(join(import.meta.dirname, '../../prisma/migrations'), { withFileTypes: true })
  return entries
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => name)
    .toSorted()
}
