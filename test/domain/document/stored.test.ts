import { readFile, readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { formatOf, readStored, type Stored } from '../../../src/domain/document/stored.ts'
import { figuresSchema } from '../../../src/domain/digest/figures.ts'
import { storedDefinition, storedPersona } from '../../../src/domain/glossary/stored-glossary.ts'
import { brokenRules } from '../../../src/domain/playbook/playbook-rules.ts'
import { playbookSchema } from '../../../src/domain/playbook/playbook.ts'
import { storedPlaybook } from '../../../src/domain/playbook/stored-playbook.ts'
import { wilson } from '../../../src/domain/statistics/wilson.ts'
import { pathOf } from '../../../src/flows/playbook/problems.ts'

/** Documents as a version of Baton stored them: they are never written again. */
const folder = join(import.meta.dirname, '../../fixtures/documents')
const fixture = async (name: string): Promise<unknown> =>
  JSON.parse(await readFile(join(folder, `${name}.json`), 'utf8'))
const files = await readdir(folder)
const kinds: Record<string, Stored<unknown>> = {
  playbook: storedPlaybook,
  persona: storedPersona,
  definition: storedDefinition,
}
const written = Object.entries(kinds).flatMap(([kind, stored]) =>
  Array.from({ length: formatOf(stored) }, (_, index) => ({ kind, stored, format: index + 1 })),
)

/** A playbook of the first format in today's shape. */
async function lifted(name: string) {
  const read = readStored(storedPlaybook, { document: await fixture(name), format: 1 })
  if (!read.success) throw read.error
  return read.data
}

describe('a document that was stored', () => {
  it.each(written)('as a $kind of format $format is read today', async ({ kind, stored, format }) => {
    expect(files).toContain(`${kind}-${format}.json`)
    const document = await fixture(`${kind}-${format}`)
    expect(readStored(stored, { document, format })).toMatchObject({ success: true })
  })

  it('keeps all it says when it is lifted', async () => {
    expect(await lifted('playbook-1')).toMatchObject((await fixture('playbook-1')) as object)
  })

  it('gives each scoring rule the same id each time, and what was there before is the default’s', async () => {
    const ids = (await lifted('playbook-1')).scoring.rules.map(({ id }) => id)
    expect(ids).toEqual(playbookSchema.parse(await fixture('playbook-2')).scoring.rules.map(({ id }) => id))
    expect((await lifted('playbook-1')).scoring.rules.map(({ id }) => id)).toEqual(ids)
    expect((await lifted('playbook-1-odd')).scoring.rules.map(({ id }) => id)).toEqual([
      'rule',
      'demo',
      'demo-2',
    ])
  })

  it('stays readable whatever later rules refuse, and each is told', async () => {
    const now = new Date('2026-11-25T08:03:00Z')
    const paths = brokenRules(await lifted('playbook-1-odd'), now).map(({ path }) => pathOf(path))
    expect(new Set(paths)).toEqual(
      new Set([
        'zone',
        'workingHours.days.monday[0]',
        ...['remindAfter', 'returnAfter', 'managerAfter'].map((name) => `clocks.low.${name}`),
        ...['reasons[0].label.en', 'reasons[0].label.de'],
        ...['scoring.rules[0].when[0].is[0]', 'scoring.rules[0].when[0].field'],
        ...['scoring.rules[1].when[0].contains[0]', 'scoring.rules[2].when'],
      ]),
    )
  })

  it.each([
    { document: {}, format: 3, said: 'format 3 is of a newer version of Baton: start that one' },
    { document: [], format: 1, said: 'expected object' },
    { document: { scoring: { rules: 'many' } }, format: 1, said: 'expected' },
    { document: null, format: 1, said: 'expected object' },
  ])('can’t be read: $document of format $format', ({ document, format, said }) => {
    const read = readStored(storedPlaybook, { document, format })
    expect(read.error?.issues.map(({ message }) => message).join('\n')).toContain(said)
  })
})

describe('the figures of a digest', () => {
  it.each(files.filter((name) => name.startsWith('figures')))(
    'as %s has them are read today',
    async (name) => {
      const stored = (await fixture(name.replace('.json', ''))) as object
      expect(figuresSchema.parse(stored)).toMatchObject(stored)
    },
  )

  it('of the first ones show nothing where nothing was counted', async () => {
    expect(figuresSchema.parse(await fixture('figures-first'))).toMatchObject({
      ...{ strictAcceptance: wilson(0, 0), separation: null, tiers: [], misses: [], previous: null },
    })
  })
})
