import { loadSettingsFile } from '../settings-file.ts'
import { batonProgram } from './program.ts'

const settingsFile = loadSettingsFile(process.env)

/** An error may repeat what a file says, and a terminal obeys control characters. */
const hidden = /(?!\n)[\p{Cc}\p{Cf}]/gu

// Only the doctor looks at an installation whose settings are wrong.
const program = batonProgram().hook('preAction', (_, command) => {
  if (command.name() !== 'doctor' && settingsFile.problems.length > 0)
    throw new Error(settingsFile.problems.join('\n'))
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
  const isMissing = 'code' in error && error.code === 'ENOENT' && 'path' in error
  return isMissing ? `There is no file ${String(error.path)}.` : error.message.replaceAll(hidden, '')
}
