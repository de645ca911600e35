import { dirname, join } from 'node:path'
import { readModule } from './read-module.ts'
import type { Sources } from './breaches.ts'

/** The folders and files right under src that need each other, over however many others: `a → b → a`. */
export function cyclesBetweenFolders(sources: Sources): string[] {
  const needs = needsOf(sources)
  const found = [...needs.keys()].flatMap((start) => {
    const way = wayBack(start, needs)
    return way ? [way] : []
  })
  // One ring is found from each of its folders, and told once.
  const rings = new Map(found.map((way) => [way.slice(1).toSorted().join(' '), way.join(' → ')]))
  return [...rings.values()]
}

type Needs = Map<string, Set<string>>

function needsOf(sources: Sources): Needs {
  const needs: Needs = new Map()
  for (const [file, code] of Object.entries(sources)) {
    const own = folderOf(file)
    const others = readModule(file, code).imports.flatMap(({ from }) =>
      from.startsWith('.') ? folderOf(join(dirname(file), from)) : [],
    )
    const known = needs.get(own) ?? new Set()
    needs.set(own, new Set([...known, ...others.filter((name) => name !== own)]))
  }
  return needs
}

const folderOf = (path: string): string => path.split('/').slice(0, 2).join('/')

/** The shortest way from a folder back to itself. */
function wayBack(start: string, needs: Needs): string[] | null {
  const seen = new Set<string>()
  let ways = [[start]]
  while (ways.length > 0) {
    const next = ways.flatMap((way) => [...(needs.get(way.at(-1) ?? '') ?? [])].map((name) => [...way, name]))
    const home = next.find((way) => way.at(-1) === start)
    if (home) return home
    ways = next.filter((way) => !seen.has(way.at(-1) ?? ''))
    for (const way of ways) seen.add(way.at(-1) ?? '')
  }
  return null
}
