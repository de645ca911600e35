import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { importCsv } from '../../src/intake/csv.ts'
import { csvMapSchema } from '../../src/intake/csv-map.ts'
import { engines } from '../support/database.ts'
import { openDesk, type Desk } from '../support/desk.ts'
import { ownFolder } from '../support/own-folder.ts'

const map = csvMapSchema.parse({
  source: 'fair',
  columns: { 'E-Mail': 'email', Phone: 'phone', Badge: 'external_id' },
  defaults: { qualified: true },
})
const rows = ['E-Mail,Phone,Badge', 'jane@,+49 30 123,B-1', 'mia@,+49 30 456,B-2', ''].join('\r\n')
const isThere = 'is there already, from an earlier import: import it, or move it away first.'

const [pglite] = engines
if (!pglite) throw new Error('no engine')

async function fileOf(text: string, name = 'leads.csv'): Promise<string> {
  const file = join(await ownFolder('refused'), name)
  await writeFile(file, text)
  return file
}

const importInto = (desk: Desk, file: string) =>
  importCsv({ file, map, deps: desk.deps, onProgress: () => {} })

const phoneOf = async (desk: Desk, badge: string) =>
  (await desk.deps.db.leads.findByExternalId('fair', badge))?.details.phone

/** Imports the file, then mends an address in what was refused. */
async function correctedOf(desk: Desk, file: string, address: string): Promise<string> {
  const { refusedFile } = await importInto(desk, file)
  const text = await readFile(refusedFile ?? '', 'utf8')
  await writeFile(refusedFile ?? '', text.replace(`${address}@,`, `${address}@example.com,`))
  return refusedFile ?? ''
}

describe('a file of refused rows', () => {
  it('keeps its corrections when the original is imported again, which ends before it began', async () => {
    await using desk = await openDesk(pglite)
    const file = await fileOf(rows)
    const corrected = await correctedOf(desk, file, 'jane')
    const text = await readFile(corrected, 'utf8')
    // Not one row of it is refused this time.
    await writeFile(file, 'E-Mail,Phone,Badge\r\nnew@example.com,,B-3\r\n')
    await expect(importInto(desk, file)).rejects.toThrow(`${corrected} ${isThere}`)
    expect(await readFile(corrected, 'utf8')).toBe(text)
    expect(await desk.deps.db.leads.findByExternalId('fair', 'B-3')).toBeNull()
  })

  it('is not written over by an import that began before it was there', async () => {
    await using desk = await openDesk(pglite)
    const file = await fileOf(rows)
    const both = await Promise.allSettled([importInto(desk, file), importInto(desk, file)])
    expect(both.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected'])
    expect(both).toContainEqual(
      expect.objectContaining({
        reason: expect.objectContaining({ message: expect.stringContaining(isThere) }),
      }),
    )
  })

  it('is imported like any other, as often as it takes, and no cell is another one then', async () => {
    await using desk = await openDesk(pglite)
    const file = await fileOf(rows)
    const second = await correctedOf(desk, file, 'jane')
    const third = await correctedOf(desk, second, 'mia')
    expect(third).toBe(file.replace('.csv', '.refused.refused.csv'))
    const [header, row] = (await readFile(third, 'utf8')).split('\r\n')
    expect(header).toBe('E-Mail,Phone,Badge,refused because')
    expect(row).toMatch(/^mia@example.com,'\+49 30 456,B-2,.*email: /)
    expect(await importInto(desk, third)).toMatchObject({ imported: 1, refused: 0, refusedFile: null })
    expect([await phoneOf(desk, 'B-1'), await phoneOf(desk, 'B-2')]).toEqual(['+49 30 123', '+49 30 456'])
  })

  it('has a reason in its own column, also for a row that ends early, and knows its columns again', async () => {
    await using desk = await openDesk(pglite)
    const guarded = csvMapSchema.parse({
      source: 'fair',
      columns: { '@mail': 'email', Badge: 'external_id' },
    })
    const take = (file: string) => importCsv({ file, map: guarded, deps: desk.deps, onProgress: () => {} })
    const { refusedFile } = await take(await fileOf('@mail,Badge,Hall\r\njane@\r\n'))
    const [header, row] = (await readFile(refusedFile ?? '', 'utf8')).split('\r\n')
    expect(header).toBe("'@mail,Badge,Hall,refused because")
    expect(row).toMatch(/^jane@,,,email: /)
    expect(await take(refusedFile ?? '')).toMatchObject({ rows: 1, refused: 1 })
  })

  it('that can’t be written ends the import in words', async () => {
    await using desk = await openDesk(pglite)
    // The longest name that a file can have: whoever runs the tests as root may write into any folder.
    const file = await fileOf(`${rows}new@example.com,,B-3\r\n`, `${'l'.repeat(250)}.csv`)
    await expect(importInto(desk, file)).rejects.toThrow(
      /^A row was refused, and .*refused\.csv can't be written \(ENAMETOOLONG: .*Copy the CSV file/,
    )
  })
})
