import { readFile, writeFile } from 'node:fs/promises'
import { reportOf, runSchema } from './result.ts'

const page = 'docs/reliability.md'
const measured = /(?<=<!-- measured -->\n)[\s\S]*(?=<!-- end of measured -->)/

/** `npm run chaos:report -- ONE.json TWO.json`: puts what was measured into docs/reliability.md. */
async function writeReport(files: string[]): Promise<void> {
  const runs = await Promise.all(files.map(readRun))
  const text = await readFile(page, 'utf8')
  if (runs.length === 0 || !measured.test(text))
    throw new Error(`give files of \`npm run chaos -- all --json\`; ${page} keeps its two comments`)
  await writeFile(
    page,
    text.replace(measured, () => `\n${reportOf(runs)}\n`),
  )
}

/** The last line of what `npm run chaos` printed. */
async function readRun(file: string) {
  const lines = (await readFile(file, 'utf8')).trim().split('\n')
  return runSchema.parse(JSON.parse(lines.at(-1) ?? ''))
}

await writeReport(process.argv.slice(2))
