import { writeFile } from 'node:fs/promises'
import { Command } from 'commander'
import { exportAgreement } from '../flows/playbook/export-agreement.ts'
import { importAgreement, type ImportedAgreement } from '../flows/playbook/import-agreement.ts'
import type { Change } from '../flows/playbook/playbook-changes.ts'
import { problemLines } from '../flows/playbook/problems.ts'
import { readText } from '../settings/read-text.ts'
import { operatorName } from './operator.ts'
import { someText } from './some-text.ts'
import { withDatabase } from './with-database.ts'

/** `baton playbook export | import`: playbook, personas and definitions, as YAML. */
export function playbookCommand(): Command {
  const command = new Command('playbook').description(
    'what both teams agreed on, as YAML: playbook, personas and definitions',
  )
  command
    .command('export')
    .description('write what is in force to a file, or to the terminal')
    .argument('[file]')
    .action(toFile)
  command
    .command('import')
    .description('put a file in force, as a new version of each document it changes')
    .argument('<file>')
    .option('--author <name>', 'who stands behind these versions', someText, operatorName())
    .action(fromFile)
  return command
}

async function toFile(file: string | undefined): Promise<void> {
  const yaml = await withDatabase(exportAgreement)
  if (file === undefined) return void process.stdout.write(yaml)
  await writeNew(file, yaml)
  process.stdout.write(`Playbook, personas and definitions stand in ${file}.\n`)
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
  const answer = await withDatabase((deps) => importAgreement(deps, { yaml, author }))
  if (answer.ok) return void process.stdout.write(`${sentences(answer, author).join('\n')}\n`)
  throw new Error(`${file} was not taken; nothing changed:\n${problemLines(answer.problems)}`)
}

const changesShown = 40

type Imported = Extract<ImportedAgreement, { ok: true }>

function sentences({ versions, changes }: Imported, author: string): string[] {
  if (changes.length === 0) return ['Nothing changed: what is in force says the same, and stays.']
  const more = changes.length - changesShown
  const said = versions.map(({ place, version }) => `${place} version ${version}`)
  return [
    `In force now, by ${author}: ${said.join(', ')}. Changed:`,
    ...changes.slice(0, changesShown).map(lineOf),
    ...(more > 0 ? [`  … and ${more} more`] : []),
  ]
}

function lineOf({ path, from, to }: Change): string {
  if (from === null) return `  ${path}: new: ${to ?? ''}`
  if (to === null) return `  ${path}: gone: ${from}`
  return from === to ? `  ${path}: ${to}` : `  ${path}: ${from} → ${to}`
}
