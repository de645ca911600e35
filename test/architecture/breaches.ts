import { dirname, join, relative } from 'node:path'
import { readModule, type Module } from './read-module.ts'
import { language } from './language.ts'
import { wordsOf, type Room } from './rooms.ts'

export type Rooms = Record<string, Room>

/** Code by its path, such as `src/main.ts`. */
export type Sources = Record<string, string>

/** Everything that these sources take and may not, one sentence each; and what a room may have and does not use. */
export function inspect(sources: Sources, rooms: Rooms): { breaches: string[]; unused: string[] } {
  const wanted = Object.entries(sources).flatMap(([file, code]) =>
    wantsOf(file, readModule(file, code), rooms),
  )
  const uses = new Set(wanted.map(({ entry }) => entry))
  return {
    breaches: wanted.flatMap(({ entry, breach }) => (entry === null ? [breach] : [])),
    unused: Object.entries(rooms).flatMap(([name, room]) =>
      entriesOf(room).flatMap(([list, entry]) =>
        uses.has(key(name, list, entry)) ? [] : [`${name}: ${list} names ${entry}, and nothing uses it`],
      ),
    ),
  }
}

/** Something taken, the entry of the list that allows it (`null` for none), and what to say where there is none. */
interface Want {
  entry: string | null
  breach: string
}

type List = keyof Room
const lists = ['imports', 'packages', 'node', 'globals'] as const satisfies List[]

const key = (room: string, list: List, entry: string): string => `${room} ${list} ${entry}`

const entriesOf = (room: Room) =>
  lists.flatMap((list) => wordsOf(room[list]).map((entry): [List, string] => [list, entry]))

function wantsOf(file: string, module: Module, rooms: Rooms): Want[] {
  const name = roomOf(file, rooms)
  const room = name === null ? undefined : rooms[name]
  if (name === null || !room) return [{ entry: null, breach: `${file}: stands in no room of rooms.ts` }]
  const want = (list: List, what: string, fits: (entry: string) => boolean): Want => {
    const entry = wordsOf(room[list]).find(fits)
    return {
      entry: entry === undefined ? null : key(name, list, entry),
      breach: `${file}: takes ${what}, which ${list} of ${name} does not name`,
    }
  }
  const platform = module.globals.filter((global) => !language.has(global))
  const hidden = module.partly.filter((own) => hideable.has(own) && !wordsOf(room.globals).includes(own))
  return [
    ...module.imports.map(({ from, name: taken }) => {
      const path = placeOf(file, from)
      if (path !== null) return want('imports', path, (entry) => isIn(path, entry))
      const exact = `${from}#${taken}`
      const list = from.startsWith('node:') ? 'node' : 'packages'
      return want(list, taken === '' ? from : exact, (entry) => entry === from || entry === exact)
    }),
    ...platform.map((global) => want('globals', global, (entry) => entry === global)),
    ...hidden.map((own) => ({
      entry: null,
      breach: `${file}: calls something of its own ${own}, behind which the global could hide`,
    })),
  ]
}

/** Globals that could be reached unseen behind a name of the module's own, such as that of a type. */
const hideable = new Set(
  [...Object.getOwnPropertyNames(globalThis), 'require', 'module'].filter((name) => !language.has(name)),
)

/** Where an import leads, seen from src; `null` for a package. */
function placeOf(file: string, from: string): string | null {
  return /^\.\.?(\/|$)/.test(from) ? relative('src', join(dirname(file), from)) : null
}

const isIn = (path: string, name: string): boolean => path === name || path.startsWith(`${name}/`)

function roomOf(file: string, rooms: Rooms): string | null {
  const path = relative('src', file)
  const fitting = Object.keys(rooms).filter((name) => isIn(path, name))
  return fitting.toSorted((a, b) => b.length - a.length)[0] ?? null
}
