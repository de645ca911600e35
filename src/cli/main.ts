import { loadSettingsFile } from '../settings/settings-file.ts'
import { batonProgram } from './program.ts'

/** An error may repeat what a file says, and a terminal obeys control characters. */
const hidden = /(?!\n)[\p{Cc}\p{Cf}]/gu

/** What the system says of a file that was named. */
const problems: Record<string, (file: string) => string> = {
  ENOENT: (file) => `There is no file ${file}.`,
  ENOTDIR: (file) => `There is no file ${file}.`,
  EISDIR: (file) => `${file} is a folder, and not a file.`,
  EACCES: (file) => `${file} can’t be read by this user: see its owner and rights.`,
}

const program = batonProgram().hook('preAction', (_, command) => {
  const file = loadSettingsFile(process.env)
  // Only the doctor looks at an installation whose settings are wrong.
  if (command.name() !== 'doctor' && file.problems.length > 0) throw new Error(file.problems.join('\n'))
})

// Whoever reads the lines may have read enough, as with head.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code === 'EPIPE') process.exit()
  process.stderr.write(`${sentenceOf(error)}\n`)
  process.exit(1)
})

try {
  await program.parseAsync()
} catch (error) {
  process.stderr.write(`${sentenceOf(error)}\n`)
  process.exitCode = 1
}
// Everything is done; a timer that is left somewhere must not keep the terminal.
process.stdout.write('', () => process.exit())

function sentenceOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error)
  const { code, path } = error as NodeJS.ErrnoException
  // Of a folder that was to be read the system does not say which.
  const problem = path === undefined && code !== 'EISDIR' ? undefined : problems[code ?? '']
  return (problem?.(path ?? 'What was named') ?? error.message).replaceAll(hidden, '')
}
