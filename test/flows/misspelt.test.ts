import { describe, expect, it } from 'vitest'
import { stringify } from 'yaml'
import type { z } from 'zod'
import { defaultDefinitions, defaultPersonas, defaultPlaybook } from '../../prisma/seed.ts'
import { definitionSchema } from '../../src/domain/glossary/definition.ts'
import { personaSchema } from '../../src/domain/glossary/persona.ts'
import { playbookSchema } from '../../src/domain/playbook/playbook.ts'
import { documentProblems } from '../../src/flows/playbook/document-problems.ts'
import { pathOf, type Problem } from '../../src/flows/playbook/problems.ts'
import { readDocument } from '../../src/flows/playbook/read-document.ts'
import { agreementSchema } from '../../src/flows/playbook/agreement-file.ts'
import { csvMapSchema } from '../../src/intake/csv-map.ts'

const role = { groups: ['S0SALES'], users: ['U0ANNA'] }
const [reason] = defaultPlaybook.reasons
const tests = [
  ...[{ is: ['a'] }, { contains: ['a'] }, { word: ['a'] }, { atLeast: 1 }, { atMost: 1 }, { present: true }],
].map((test) => ({ field: 'attributes.x', ...test }))

const full = {
  ...defaultPlaybook,
  roles: { sales: role, marketing: role, managers: role, operations: role },
  tiers: { hot: tests, low: tests },
  reasons: [
    ...defaultPlaybook.reasons,
    {
      ...reason,
      code: 'full',
      evidence: { kind: 'attribute', ask: { en: 'a', de: 'b' }, suggests: 'title' },
    },
  ],
}

/** Documents in which every key that can be written is written. */
const written: [string, object, z.ZodType][] = [
  ['playbook', full, playbookSchema],
  [
    'agreement',
    {
      format: 2,
      basedOn: { playbook: 1, personas: { cfo: 1 }, definitions: { mql: 1 } },
      playbook: full,
      personas: defaultPersonas.slice(0, 1),
      definitions: defaultDefinitions.slice(1, 2),
    },
    agreementSchema,
  ],
  [
    'mapping',
    {
      source: 'fair',
      columns: { Who: 'name', What: { field: 'request', values: { x: 'demo' } } },
      defaults: { campaign: 'fair' },
      empty: ['-'],
    },
    csvMapSchema,
  ],
  ...defaultPersonas.map((persona): [string, object, z.ZodType] => [persona.key, persona, personaSchema]),
  ...defaultDefinitions
    .slice(0, 2)
    .map((definition): [string, object, z.ZodType] => [definition.key, definition, definitionSchema]),
]

/** Keys that are names of their own: columns, and the cells of a mapping. */
const free = /^(basedOn\.(personas|definitions)|columns|columns\.What\.values)\.\w+$/

/** Every place of a document where a key stands. */
function* keysIn(value: unknown, path: PropertyKey[] = []): Generator<PropertyKey[]> {
  if (typeof value !== 'object' || value === null) return
  for (const [key, inner] of Object.entries(value)) {
    const here = [...path, Array.isArray(value) ? Number(key) : key]
    if (!Array.isArray(value)) yield here
    yield* keysIn(inner, here)
  }
}

/** The document with one key written with two letters swapped, or without its last one where they are the same. */
function misspelt(value: unknown, [first, ...rest]: PropertyKey[]): unknown {
  if (Array.isArray(value))
    return value.map((inner: unknown, index) => (index === first ? misspelt(inner, rest) : inner))
  return Object.fromEntries(
    Object.entries(value as object).map(([key, inner]: [string, unknown]) => {
      if (key !== first) return [key, inner]
      return rest.length === 0 ? [slip(key), inner] : [key, misspelt(inner, rest)]
    }),
  )
}

const slip = (key: string): string => {
  const swapped = `${key[1] ?? ''}${key[0] ?? ''}${key.slice(2)}`
  return swapped === key ? key.slice(0, -1) : swapped
}

const yamlOf = (document: object): string => stringify(document, { aliasDuplicateObjects: false })

const problemsOf = (document: unknown, schema: z.ZodType): Problem[] => {
  const { error } = schema.safeParse(document, { reportInput: true })
  return error ? documentProblems(error, schema) : []
}

describe.each(written)('the %s as a person writes it', (_, document, schema) => {
  it('is taken as it is', () => {
    expect(readDocument(yamlOf(document), schema)).toMatchObject({ ok: true })
  })

  it('is refused with any key misspelt, wherever it stands, and the right one named', () => {
    const paths = [...keysIn(document)].filter((path) => !free.test(pathOf(path)))
    expect(paths.length).toBeGreaterThan(4)
    for (const path of paths) {
      const key = String(path.at(-1))
      const wrong = pathOf([...path.slice(0, -1), slip(key)])
      const remedy =
        key === 'campaign'
          ? /did you mean campaign, or attributes\.acmpaign\?$/
          : new RegExp(key.length > 2 ? `; did you mean ${key}\\?$` : `; there is .*\\b${key}\\b`)
      expect(problemsOf(misspelt(document, path), schema)).toContainEqual({
        path: wrong,
        remedy: expect.stringMatching(remedy) as string,
      })
    }
  })

  it('takes no key that every object has', () => {
    for (const key of ['constructor', 'toString', 'hasOwnProperty', '<<'])
      expect(problemsOf({ ...document, [key]: {} }, schema)).toContainEqual(
        expect.objectContaining({ path: key }),
      )
    const read = readDocument(`${yamlOf(document)}\n__proto__: { zone: UTC }\n`, schema)
    expect(!read.ok && read.problems).toEqual([
      { path: expect.stringMatching(/^line \d+$/) as string, remedy: 'no key can be called __proto__' },
    ])
  })
})
