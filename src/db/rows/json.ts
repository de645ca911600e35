import type { Prisma } from '../generated/client.ts'

/** A value as a JSON column takes it. Instants become ISO strings, and what is undefined is left out. */
export function json(value: unknown): Prisma.InputJsonValue {
  // What JSON.parse gives back is JSON.
  return JSON.parse(JSON.stringify(value)) as Prisma.InputJsonValue
}
