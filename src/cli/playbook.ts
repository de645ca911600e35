import { writeFile } from 'node:fs/promises'
import { Command } from 'commander'
import { exportPlaybook } from '../flows/playbook/export-playbook.ts'
import { importPlaybook, type ImportedPlaybook } from '../flows/playbook/import-playbook.ts'
import type { Change } from '../flows/playbook/playbook-changes.ts'
import { problemLines } from '../flows/playbook/problems.ts'
import { readText } from '../settings/read-text.ts'
import { operatorName } from './operator.ts'
import { withDatabase } from './with-database.ts'

/** `baton playbook export | import`: the agreement of both teams, as YAML. */
export function playbookCommand(): Command {
  const command = new Command('playbook').description('the agreement of both teams, as YAML')
  command
    .command('export')
    .description('write the playbook in force to a file, or to the terminal')
    .argument('[file]')
    .action(toFile)
  command
    .command('import')
    .description('make a file the playbook in force, as a new version')
    .argument('<file>')
    .option('--author <name>', 'who stands behind this version', operatorName())
    .action(fromFile)
  return command
}

async function toFile(file: string | undefined): Promise<void> {
  const yaml = await withDatabase(exportPlaybook)
  if (file === undefined) return void process.stdout.write(yaml)
  await writeNew(file, yaml)
  process.stdout.write(`The playbook stands in ${file}.\n`)
}

/** A file that is there may be somebody's work. */
async function writeNew(file: string, text: string): Promise<void> {
  try {
    await writeFile(file, text, { flag: 'wx' })
  } catch (cause) {
    const code = cause instanceof Error && 'code' in cause ? cause.code : null
    if (code === 'EEXIST')
      throw new Error(
        `${file} is there already and was left alone. Choose another name, or move it away first.`,
        {
          cause,
        },
      )
    if (code === 'ENOENT') throw new Error(`There is no folder for ${file}. Make it first.`, { cause })
    throw cause
  }
}

async function fromFile(file: string, { author }: { author: string }): Promise<void> {
  const yaml = await readText(file)
  const answer = await withDatabase((deps) => importPlaybook(deps, { yaml, author }))
  if (answer.ok) return void process.stdout.write(`${sentences(answer).join('\n')}\n`)
  throw new Error(`${file} was not taken; nothing changed:\n${problemLines(answer.problems)}`)
}

const changesShown = 40

function sentences({ version, author, changes }: Extract<ImportedPlaybook, { ok: true }>): string[] {
  if (changes.length === 0)
    return [`Nothing changed: version ${version}, by ${author}, says the same and stays in force.`]
  const more = changes.length - changesShown
  return [
    `Version ${version} is in force, by ${author}. It changes:`,
    ...changes.slice(0, changesShown).map(lineOf),
    ...(more > 0 ? [`  … and ${more} more`] : []),
  ]
}

function lineOf({ path, from, to }: Change): string {
  if (from === null) return `  ${path}: new: ${to ?? ''}`
  if (to === null) return `  ${path}: gone: ${from}`
  return from === to ? `  ${path}: ${to}` : `  ${path}: ${from} → ${to}`
}
