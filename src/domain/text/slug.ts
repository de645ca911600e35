import { z } from 'zod'

const longest = 40

/** What people and programs call an entry by: it stays when the entry's name changes. */
export const slugSchema = z
  .string()
  .regex(/^[a-z][a-z0-9-]{1,39}$/, 'lower-case letters, digits and hyphens, a letter first, 2 to 40 in all')

/**
 * A slug of each name, in their order, each once: of names alike the later ones are numbered. `word` stands before what
 * begins with no letter, and for what has none.
 */
export function slugs(names: string[], word: string): string[] {
  const taken = new Set<string>()
  return names.map((name) => {
    const slug = slugOf(name, word)
    let free = slug
    for (let number = 2; taken.has(free); number++) free = numbered(slug, number)
    taken.add(free)
    return free
  })
}

function slugOf(name: string, word: string): string {
  const letters = name
    .normalize('NFKD')
    .replaceAll(/\p{M}/gu, '')
    .toLowerCase()
    .replaceAll('ß', 'ss')
    .replaceAll(/[^a-z0-9]+/g, '-')
  const slug = cut(letters.replace(/^-/, ''), longest)
  return /^[a-z]./.test(slug) ? slug : cut(`${word}-${slug}`, longest)
}

const numbered = (slug: string, number: number): string =>
  `${cut(slug, longest - 1 - String(number).length)}-${number}`

const cut = (slug: string, most: number): string => slug.slice(0, most).replace(/-+$/, '')
