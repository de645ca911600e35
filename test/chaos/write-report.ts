import { readFile, writeFile } from 'node:fs/promises'
import { Command } from 'commander'
import { reportOf, runSchema } from './result.ts'

const page = 'docs/reliability.md'
const measured = /(?<=<!-- measured -->\n)[\s\S]*(?=<!-- end of measured -->)/

/** `npm run chaos:report -- ONE.json TWO.json`: puts what was measured into docs/reliability.md. */
async function writeReport(files: string[]): Promise<void> {
  const runs = await Promise.all(files.map(readRun))
  const text = await readFile(page, 'utf8')
  if (!measured.test(text)) throw new Error(`${page} lacks its comments, between which the report stands`)
  await writeFile(
    page,
    text.replace(measured, () => `\n${reportOf(runs)}\n`),
  )
}

/** The last line of what `npm run chaos` printed. */
async function readRun(file: string) {
  const lines = (await readFile(file, 'utf8')).trim().split('\n')
  try {
    return runSchema.parse(JSON.parse(lines.at(-1) ?? ''))
  } catch (cause) {
    throw new Error(`${file} is no file of npm run chaos -- all --json`, { cause })
  }
}

const command = new Command('npm run chaos:report --')
  .description(`Puts what was measured into ${page}.`)
  .argument('<files...>', 'what npm run chaos -- all --json printed, a file for each run')
  .action(writeReport)

try {
  await command.parseAsync()
} catch (error) {
  process.stderr.write(`No report was written. ${error instanceof Error ? error.message : String(error)}\n`)
  process.exitCode = 1
}
