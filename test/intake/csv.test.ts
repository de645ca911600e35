import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { importCommand } from '../../src/cli/import.ts'
import { importCsv } from '../../src/intake/csv.ts'
import { CsvMapError, csvMapSchema, readMap } from '../../src/intake/csv-map.ts'
import { engines } from '../support/database.ts'
import { openDesk, type Desk } from '../support/desk.ts'
import { ownFolder } from '../support/own-folder.ts'

const map = csvMapSchema.parse({
  source: 'fair',
  empty: ['n/a'],
  columns: {
    Name: 'name',
    'E-Mail': 'email',
    Phone: 'phone',
    Headcount: 'employees',
    Wish: { field: 'request', values: { 'Demo please': 'demo' } },
    Badge: 'external_id',
    Booth: 'attributes.booth',
  },
  defaults: { qualified: true, campaign: 'Fair' },
})

const rows = [
  '\uFEFFName,E-Mail,Phone,Headcount,Wish,Badge,Booth',
  '"Doe, Jane",jane@example.com,+49 30 123,"1,200",Demo please,B-1,7',
  ',,,,,,',
  '"says ""hi""",n/a,,n/a,other,B-2,',
  '=HYPERLINK("x"),not-an-address,+49 30 456,,,B-3,',
  'Nobody,,,,,,',
  '',
].join('\r\n')

async function fileOf(text: string): Promise<string> {
  const file = join(await ownFolder('csv'), 'leads.csv')
  await writeFile(file, text)
  return file
}

const [pglite] = engines
if (!pglite) throw new Error('no engine')

const importInto = (desk: Desk, file: string) =>
  importCsv({ file, map, deps: desk.deps, onProgress: () => {} })

describe.each(engines)('a CSV file on $name', (engine) => {
  it('comes in by its mapping, with BOM, quotes and empty rows, and a second time changes nothing', async () => {
    await using desk = await openDesk(engine)
    const file = await fileOf(rows)
    expect(await importInto(desk, file)).toMatchObject({ rows: 4, imported: 2, handedOff: 2, refused: 2 })
    const jane = await desk.deps.db.leads.findByExternalId('fair', 'B-1')
    expect(jane?.details).toEqual({
      ...{ name: 'Doe, Jane', email: 'jane@example.com', phone: '+49 30 123', employees: 1200 },
      ...{ request: 'demo', campaign: 'Fair', attributes: { booth: '7' } },
    })
    const other = await desk.deps.db.leads.findByExternalId('fair', 'B-2')
    expect(other?.details).toEqual({ name: 'says "hi"', request: 'other', campaign: 'Fair', attributes: {} })
    // Elsewhere, as the rows that were refused are beside the file.
    const copy = await fileOf(rows)
    expect(await importInto(desk, copy)).toMatchObject({ imported: 0, updated: 0, unchanged: 2, refused: 2 })
  })

  it('puts what it refuses beside the file, to be corrected and imported', async () => {
    await using desk = await openDesk(engine)
    const { refusedFile } = await importInto(desk, await fileOf(rows))
    const text = await readFile(refusedFile ?? '', 'utf8')
    expect(text).toContain(`"'=HYPERLINK(""x"")",not-an-address,'+49 30 456`)
    expect(text).toMatch(/email: .*e-mail/)
    expect(text).toMatch(/Nobody.*give at least one of email, phone, external_id/)
    const corrected = await fileOf(text.replace('not-an-address', 'mia@example.com'))
    expect(await importInto(desk, corrected)).toMatchObject({ imported: 1, refused: 1 })
    const mia = await desk.deps.db.leads.findByExternalId('fair', 'B-3')
    expect(mia?.details).toMatchObject({ name: '=HYPERLINK("x")', phone: '+49 30 456' })
  })
})

describe('rows without an external id', () => {
  const columns = { 'E-Mail': 'email', Ready: 'qualified' }
  const nameless = csvMapSchema.parse({ source: 'fair', columns })

  it('are new requests each time: a lead once more, or one more note on an open card', async () => {
    await using desk = await openDesk(pglite)
    const file = await fileOf('E-Mail,Ready\nopen@example.com,yes\nheld@example.com,no\n')
    const again = () => importCsv({ file, map: nameless, deps: desk.deps, onProgress: () => {} })
    expect(await again()).toMatchObject({ handedOff: 1, held: 1, duplicates: 0 })
    expect(await again()).toMatchObject({ handedOff: 0, held: 1, duplicates: 1, unchanged: 0 })
  })

  it('are named by the command, which promises nothing of them', () => {
    expect(importCommand().description()).toMatch(/with an external_id in each row, running it twice/)
  })
})

describe('a mapping', () => {
  it('is refused with every path and its remedy', async () => {
    const read = (text: string) => () => readMap(text, 'map.yaml')
    const wrong = read('source: ""\ncolumns: { A: nmae, B: { field: email, vlaues: {} } }\n')
    expect(wrong).toThrow(CsvMapError)
    expect(wrong).toThrow(/source[^]*columns\.A: a lead has no field nmae: did you mean name/)
    expect(wrong).toThrow(/columns\.B\.vlaues: there is no such key here; did you mean values\?/)
    expect(read('source: fair\ncolumns: { A: name }\ndefaults: { campain: x }')).toThrow(
      /defaults\.campain: a lead has no field campain: did you mean campaign/,
    )
    expect(read('source: fair\ncolumn: { A: name }')).toThrow(
      /column: there is no such key here; did you mean columns/,
    )
  })

  it('names the columns that the file does not have', async () => {
    await using desk = await openDesk(pglite)
    const importing = importInto(desk, await fileOf('Name,Mail\nx,y\n'))
    await expect(importing).rejects.toThrow(/no column "E-Mail".*it has: Name, Mail/)
  })
})

it('takes a long number from a cell or from the mapping as the text that stands there', async () => {
  await using desk = await openDesk(pglite)
  const mapFile = join(await ownFolder('csv'), 'map.yaml')
  await writeFile(
    mapFile,
    `source: fair
columns: { Id: external_id, Score: score, Badge: { field: attributes.badge, values: { 12345678901234567890: 9007199254740993 } } }
defaults: { attributes.fair: 12345678901234567891, attributes.share: 0.1234567890123456789, qualified: true }
`,
  )
  const file = await fileOf(
    'Id,Score,Badge\n12345678901234567892,-0,12345678901234567890\nB-2,0.1234567890123456789,x\n',
  )
  const report = await importCsv({
    file,
    map: readMap(await readFile(mapFile, 'utf8'), mapFile),
    deps: desk.deps,
    onProgress: () => {},
  })
  expect(report).toMatchObject({ imported: 1, refused: 1 })
  const lead = await desk.deps.db.leads.findByExternalId('fair', '12345678901234567892')
  expect(lead?.senderScore?.points).toBe(0)
  expect(lead?.details.attributes).toEqual({
    ...{ badge: '9007199254740993', fair: '12345678901234567891', share: '0.1234567890123456789' },
  })
  const refused = await readFile(file.replace('.csv', '.refused.csv'), 'utf8')
  expect(refused).toContain('score.points: give a number of at most 15 digits')
})
