import { describe, expect, it } from 'vitest'
import { definitionSchema } from '../../src/domain/glossary/definition.ts'
import { leadFields } from '../../src/domain/lead/lead-details.ts'
import { personaSchema } from '../../src/domain/glossary/persona.ts'
import { playbookSchema } from '../../src/domain/playbook/playbook.ts'
import { defaultDefinitions, defaultPersonas, defaultPlaybook } from '../../prisma/seed.ts'

describe('what a new workspace starts with', () => {
  it('is valid by its own rules, and parsing changes nothing', () => {
    expect(playbookSchema.parse(defaultPlaybook)).toEqual(defaultPlaybook)
    expect(defaultPersonas.map((persona) => personaSchema.parse(persona))).toEqual(defaultPersonas)
    expect(defaultDefinitions.map((entry) => definitionSchema.parse(entry))).toEqual(defaultDefinitions)
  })

  it('has each key, and each name a person may type, once', () => {
    for (const documents of [
      defaultPersonas.map(({ key, name, aliases }) => ({ key, name, aliases })),
      defaultDefinitions.map(({ key, term, aliases }) => ({ key, name: term, aliases })),
    ]) {
      const names = documents.flatMap(({ key, name, aliases }) => {
        const own = [key, ...(typeof name === 'string' ? [name] : [name.en, name.de]), ...aliases]
        return [...new Set(own.map((text) => text.toLowerCase()))]
      })
      expect(names.filter((name, index) => names.indexOf(name) !== index)).toEqual([])
    }
  })

  it('names only fields that a lead has', () => {
    const known = (field: string) =>
      field === 'source' || field.startsWith('attributes.') || leadFields.includes(field)
    const { scoring, tiers, reasons } = defaultPlaybook
    const conditions = [
      ...scoring.rules.flatMap((rule) => rule.when),
      ...tiers.hot,
      ...tiers.low,
      ...defaultPersonas.flatMap(({ recognise }) => [...recognise.include, ...recognise.exclude]),
    ]
    const fields = [
      ...conditions.map(({ field }) => field),
      ...reasons.flatMap(({ evidence }) => evidence.suggests ?? []),
    ]
    expect(fields.filter((field) => !known(field))).toEqual([])
  })

  it('says everything in both languages', () => {
    const monolingual = [
      ...textsIn([defaultPlaybook.reasons, defaultPlaybook.scoring, defaultPersonas, defaultDefinitions]),
    ]
    expect(monolingual.filter(({ en, de }) => !en || !de)).toEqual([])
    expect(monolingual.length).toBeGreaterThan(150)
  })
})

/** Every object with an `en` or a `de` in it, wherever it stands. */
function* textsIn(value: unknown): Generator<{ en?: unknown; de?: unknown }> {
  if (typeof value !== 'object' || value === null) return
  if ('en' in value || 'de' in value) yield value
  for (const part of Object.values(value)) yield* textsIn(part)
}
