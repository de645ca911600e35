import { execFile } from 'node:child_process'

import { writeFile } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { stringify } from 'csv-stringify/sync'
import { beforeAll, describe, expect, inject, it } from 'vitest'
import { parse } from 'yaml'
import { csvMapSchema } from '../../src/intake/csv-map.ts'
import { createDatabase } from '../support/create-database.ts'
import { ownFolder } from '../support/own-folder.ts'
import { installAt } from './installation.ts'
import { blocksOf, pages, scripts } from './shown.ts'

/** What the pages say to type, but for what reads only `FILE`, `WEEK` and the like. */
const commands = [
  ...new Set(
    scripts
      .filter(
        ({ at, text }) => pages.some((page) => at.startsWith(page)) && text.startsWith('npm run baton -- '),
      )
      .map(({ text }) => text)
      .filter((text) => !/ [A-Z]{2,}\b(?! )|…$/.test(text)),
  ),
]

let template: string
beforeAll(async () => {
  template = await createDatabase(inject('postgresUrl'))
  await installAt(template)
})

/** A folder with what the examples name, and a database of one's own. */
async function readersPlace(command: string) {
  const folder = await ownFolder('typed')
  const [map = ''] = blocksOf('docs/operations.md').flatMap(({ language, text }) =>
    language === 'yaml' ? [text] : [],
  )
  const { columns } = csvMapSchema.parse(parse(map))
  const cells = Object.values(columns).map(({ field }) => (field === 'employees' ? '120' : `x@example.com`))
  await writeFile(join(folder, 'map.yaml'), map)
  await writeFile(join(folder, 'leads.csv'), stringify([Object.keys(columns), cells]))
  const url = await createDatabase(inject('postgresUrl'), template.slice(template.lastIndexOf('/') + 1))
  const place = { folder, url }
  if (command.includes('playbook import'))
    await typed(
      `npm run baton -- playbook export playbook.yaml && sed -i 's/^  language: en/  language: de/' playbook.yaml`,
      place,
    )
  return place
}

/** Types it as it stands there; npm is told where Baton is, as the reader would be in its folder. */
function typed(command: string, { folder, url }: { folder: string; url: string }) {
  const { promise, resolve: done } = Promise.withResolvers<{ code: unknown; said: string }>()
  const npm = `npm() { shift 3; '${process.execPath}' '${resolve('src/cli/main.ts')}' "$@"; }`
  const env = { PATH: process.env['PATH'], DATABASE_URL: url }
  execFile('bash', ['--norc', '-c', `${npm}\n${command}`], { cwd: folder, env }, (error, out, err) =>
    done({ code: error?.code ?? 0, said: out + err }),
  )
  return promise
}

describe('what the pages say to type', () => {
  it('is more than a handful', () => {
    expect(commands.length).toBeGreaterThan(10)
  })

  // The doctor looks at a Slack, and finds none here; what it says of one is tested in test/doctor.
  it.each(commands.filter((command) => !command.endsWith('doctor')))('works: %s', async (command) => {
    const { code, said } = await typed(command, await readersPlace(command))
    expect(said).not.toMatch(/^error:|Nothing/m)
    expect({ code, said }).toMatchObject({ code: 0 })
  })

  it('works: npm run baton -- doctor', async () => {
    const { said } = await typed('npm run baton -- doctor', await readersPlace('doctor'))
    expect(said).toMatch(/✓ ok {8}database[^]*problems?/)
  })
})
