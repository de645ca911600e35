import { existsSync, readFileSync } from 'node:fs'
import { parseEnv } from 'node:util'
import { strangersIn } from './misspelt-settings.ts'
import { asText } from './read-text.ts'

/** The `.env` of the working folder: which names it sets, and everything that is wrong with it. */
export interface SettingsFile {
  isThere: boolean
  names: string[]
  problems: string[]
}

export const noSettingsFile: SettingsFile = { isThere: false, names: [], problems: [] }

type Environment = Record<string, string | undefined>

/** Reads `.env` into the environment; what stands there already stays as it is. */
export function loadSettingsFile(environment: Environment, file = '.env'): SettingsFile {
  if (!existsSync(file)) return noSettingsFile
  try {
    const text = asText(readFileSync(file), file)
    const values = parseEnv(text)
    for (const [name, value] of Object.entries(values)) environment[name] ??= value
    const names = Object.keys(values)
    const isOfLines = Object.values(values).every((value) => value?.includes('\n') !== true)
    return { isThere: true, names, problems: [...strangersIn(names), ...(isOfLines ? oddLines(text) : [])] }
  } catch (error) {
    return { isThere: true, names: [], problems: [sentenceOf(error, file)] }
  }
}

function sentenceOf(error: unknown, file: string): string {
  if (!(error instanceof Error)) return String(error)
  if (!('code' in error)) return error.message
  return `${file} can’t be read (${error.message}). It must be a file that the user Baton runs as may read.`
}

const assignment = /^\s*(?:export\s+)?(?<name>[^\s=]+)\s*=/u
const nothing = /^\s*(?:#.*)?$/u

/** Lines that set nothing, and those of which only the last one counts. No value is ever said. */
function oddLines(text: string): string[] {
  const seen = new Set<string>()
  return text.split(/\r?\n/).flatMap((line, index) => {
    if (nothing.test(line)) return []
    const name = assignment.exec(line)?.groups?.['name']
    if (name === undefined)
      return [`line ${index + 1} of .env sets nothing: write NAME=VALUE, or # before it`]
    const isTwice = seen.has(name)
    seen.add(name)
    return isTwice ? [`${name} stands twice in .env: take one of them out`] : []
  })
}
