import { createHash } from 'node:crypto'
import { readdir, readFile, stat } from 'node:fs/promises'
import { join } from 'node:path'

/** Every file below a folder with its time of change and its content, so that two looks can be compared. */
export async function folderState(folder: string): Promise<Map<string, string>> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true })
  const files = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name))
  const states = await Promise.all(
    files.map(async (file) => {
      const { mtimeNs } = await stat(file, { bigint: true })
      const hash = createHash('sha256')
        .update(await readFile(file))
        .digest('hex')
      return [file, `${mtimeNs} ${hash}`] as const
    }),
  )
  return new Map(states)
}

/** The files that are new, gone or different. */
export function changedFiles(before: Map<string, string>, after: Map<string, string>): string[] {
  const all = new Set([...before.keys(), ...after.keys()])
  return [...all].filter((file) => before.get(file) !== after.get(file))
}
