/**
 * Whether two values say the same, the only way in which what was sent is compared with what is known: by what JSON
 * keeps of them. A field that is there and says nothing is not there, and zero has no sign.
 */
export function isSame(one: unknown, other: unknown): boolean {
  if (one === other || (Number.isNaN(one) && Number.isNaN(other))) return true
  if (!isStructure(one) || !isStructure(other) || Array.isArray(one) !== Array.isArray(other)) return false
  if (one instanceof Date || other instanceof Date) return Number(one) === Number(other)
  const [mine, theirs] = [said(one), said(other)]
  return mine.size === theirs.size && [...mine].every(([key, value]) => isSame(value, theirs.get(key)))
}

const isStructure = (value: unknown): value is object => typeof value === 'object' && value !== null

const said = (structure: object): Map<string, unknown> =>
  new Map(Object.entries(structure).filter(([, value]) => value !== undefined))
