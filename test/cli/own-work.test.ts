import { execFile } from 'node:child_process'
import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, inject, it } from 'vitest'
import { createDatabase } from '../support/create-database.ts'
import { ownFolder } from '../support/own-folder.ts'
import { baton } from './baton.ts'

it('a playbook is exported, and never over a file that is there', async () => {
  const url = await createDatabase(inject('postgresUrl'))
  const folder = await ownFolder('playbook')
  const [mine, fresh] = [join(folder, 'mine.yaml'), join(folder, 'new.yaml')]
  await writeFile(mine, 'language: mine')
  expect(await baton({ DATABASE_URL: url }, 'playbook', 'export', mine)).toMatchObject({
    code: 1,
    said: expect.stringContaining('is there already and was left alone') as unknown,
  })
  expect(await readFile(mine, 'utf8')).toBe('language: mine')
  expect(
    await baton({ DATABASE_URL: url }, 'playbook', 'export', join(folder, 'none', 'x.yaml')),
  ).toMatchObject({
    code: 1,
    said: expect.stringContaining('There is no folder for') as unknown,
  })
  expect(await baton({ DATABASE_URL: url }, 'playbook', 'export', fresh)).toMatchObject({ code: 0 })
  expect(await readFile(fresh, 'utf8')).toContain('workingHours:')
})

it('a database without a lead is not taken for a restored one', async () => {
  const url = await createDatabase(inject('postgresUrl'))
  expect(await baton({ DATABASE_URL: url }, 'restored')).toMatchObject({
    code: 1,
    said: expect.stringMatching(/no lead in this database.*DATABASE_URL or DATA_DIR/) as unknown,
  })
})

it('whoever has read enough ends it quietly', async () => {
  const url = await createDatabase(inject('postgresUrl'))
  const { promise, resolve } = Promise.withResolvers<string>()
  const line = `'${process.execPath}' src/cli/main.ts playbook export | head -1`
  execFile('sh', ['-c', line], { env: { ...process.env, DATABASE_URL: url } }, (_, out, err) =>
    resolve(out + err),
  )
  expect((await promise).trim().split('\n')).toHaveLength(1)
})

it('a setting that is wrong is a sentence', async () => {
  expect(await baton({ DATABASE_URL: 'mysql://root:canary@db/x' }, 'outbox')).toEqual({
    code: 1,
    said: 'DATABASE_URL must be postgresql://USER:PASSWORD@HOST:PORT/NAME, with / as %2F, @ as %40 and # as %23 in the password\n',
  })
})

it('an import says what it changes, that nothing did, and what is wrong', async () => {
  const url = await createDatabase(inject('postgresUrl'))
  const folder = await ownFolder('import')
  const file = join(folder, 'playbook.yaml')
  const cli = async (...args: string[]) => (await baton({ DATABASE_URL: url }, 'playbook', ...args)).said
  await cli('export', file)
  const exported = await readFile(file, 'utf8')
  const importing = async (content: string | Buffer) => {
    await writeFile(file, content)
    return cli('import', file, '--author', 'Olga')
  }
  expect(await importing(exported)).toBe('Nothing changed: what is in force says the same, and stays.\n')
  expect(await importing(exported.replace('sales: anybody', 'sales: { groups: [S0SALES] }'))).toBe(
    'In force now, by Olga: playbook version 2. Changed:\n  playbook.roles.sales: anybody → {"groups":["S0SALES"],"users":[]}\n',
  )
  expect(await importing(exported.replace('sales: anybody', 'sale: { groups: [S0SALES] }'))).toContain(
    'was not taken; nothing changed:\n  playbook.roles.sales: is missing: write anybody',
  )
  expect(await importing(exported.replace('language: en', 'language: de'))).toContain(
    'basedOn.playbook: is 1, and version 2 is in force',
  )
  expect(await importing('language: en\nzone: Europe/Berlin\n')).toContain(
    '(whole file): is a playbook as an earlier Baton exported it',
  )
  expect(await importing('format: 3\n')).toContain('(whole file): is of format 3, which a newer Baton wrote')
  for (const author of ['', ' ', '\u200b'])
    expect(await cli('import', file, '--author', author)).toContain('Write something that can be seen')
  expect(await importing('x'.repeat(10_000_000))).toContain('has 9766 kB, and at most 256 kB are read')
  expect(await importing(Buffer.from('language: größe', 'latin1'))).toContain('is not UTF-8')
})
