import { execFile } from 'node:child_process'
import { readFile } from 'node:fs/promises'
import { promisify } from 'node:util'

const run = promisify(execFile)

export interface Commands {
  backUp: string[]
  restore: string[]
}

/** The commands that docs/operations.md gives for backup and restore, word by word. */
export async function documented(engine: 'PostgreSQL' | 'PGlite'): Promise<Commands> {
  const text = await readFile('docs/operations.md', 'utf8')
  const [, section = ''] = text.split('\n## Backup and restore\n')
  const [, part = ''] = section.split(`\n**${engine}**`)
  const [backUp, restore] = part.matchAll(/\n```\n([^`]*)\n```\n/g)
  if (!backUp?.[1] || !restore?.[1]) throw new Error(`operations.md has no commands for ${engine}`)
  return { backUp: backUp[1].split('\n'), restore: restore[1].split('\n') }
}

/** The command that operations.md gives to see whether an installation was affected by its time zone. */
export async function documentedQuestion(): Promise<string> {
  const text = await readFile('docs/operations.md', 'utf8')
  const [, section = ''] = text.split('\n### Was it ever in another time zone?\n')
  const [, command] = /\n```\n([^`]*)\n```\n/.exec(section) ?? []
  if (command === undefined) throw new Error('operations.md asks nothing about zones')
  return command
}

/** Types them: what belongs to Baton in its folder, everything else where the backup lies. Gives back what the last one says. */
export async function type(
  commands: string[],
  { folder, bin, settings }: { folder: string; bin: string | null; settings: Record<string, string> },
): Promise<string> {
  const path = [...(bin === null ? [] : [bin]), process.env['PATH']].join(':')
  let said = ''
  for (const command of commands) {
    const cwd = command.startsWith('npm ') ? '.' : folder
    const env = { ...process.env, ...settings, PATH: path }
    said = (await run('bash', ['-c', command], { cwd, env })).stdout
  }
  return said
}
