import { describe, expect, it } from 'vitest'
import { lookUp } from '../../../src/domain/glossary/lookup.ts'
import { slipsBetween } from '../../../src/domain/text/spelling.ts'
import { defaultDefinitions, defaultPersonas } from '../../../prisma/seed.ts'

const definitions = defaultDefinitions.map(({ key, term, aliases }) => ({
  value: key,
  names: [key, ...(typeof term === 'string' ? [term] : [term.en, term.de]), ...aliases],
}))
const personas = defaultPersonas.map(({ key, name, aliases }) => ({
  value: key,
  names: [key, ...(typeof name === 'string' ? [name] : [name.en, name.de]), ...aliases],
}))

describe('looking up what somebody typed', () => {
  it.each([
    ['MQL', 'mql'],
    ['  mql ', 'mql'],
    ['Marketing qualified lead', 'mql'],
    ['sal', 'sal'],
    ['sql', 'sql'],
    ['hand off', 'handoff'],
    ['HAND-OFF', 'handoff'],
    ['ubergabe', 'handoff'],
    ['disqualifyed', 'disqualified'],
    ['acceptence rate', 'acceptance'],
    ['Zuruckgehalten', 'held'],
    ['sal?', 'sal'],
    ['sales accep', 'sal'],
  ])('finds a definition: %s → %s', (term, key) => {
    expect(lookUp(term, definitions)).toEqual({ found: key })
  })

  it.each([
    ['VP Sales', 'sales-leader'],
    ['sales leder', 'sales-leader'],
    ['vertriebsleiter', 'sales-leader'],
    ['revops', 'revops-lead'],
    ['cto', 'it-lead'],
  ])('finds a persona: %s → %s', (term, key) => {
    expect(lookUp(term, personas)).toEqual({ found: key })
  })

  it('suggests when several are near', () => {
    const entries = ['North team', 'South team', 'Legal'].map((name) => ({ value: name, names: [name] }))
    const result = lookUp('team', entries)
    expect(result).toEqual({ suggestions: expect.arrayContaining(['North team', 'South team']) })
    expect(result).not.toEqual({ suggestions: expect.arrayContaining(['Legal']) })
  })

  it.each(['50 % off', '50% off', 'Fair', 'fair', '🔥', '⭐', 'C++', 'C#', 'C', 'Ö', 'O'])(
    'takes %j for what is written so, beside what differs in signs alone',
    (term) => {
      const names = ['50 % off', '50% off', 'Fair', 'fair', '🔥', '⭐', 'C++', 'C#', 'C', 'Ö', 'O']
      const entries = names.map((value) => ({ value, names: [value] }))
      expect(lookUp(term, entries)).toEqual({ found: term })
      expect(lookUp(` ${term.normalize('NFD')} `, entries)).toEqual({ found: term })
    },
  )

  it.each([
    ['SLA', 'sal'],
    ['mlq', 'mql'],
    ['lifecycle', 'recycled'],
  ])('at most suggests what is only similar: %s is not %s', (term, key) => {
    const result = lookUp(term, definitions)
    expect(result).toHaveProperty('suggestions')
    expect(result).not.toEqual({ found: key })
  })

  it.each(['CFO', 'CEO'])('does not take %s for another person in charge', (term) => {
    expect(lookUp(term, personas)).toHaveProperty('suggestions')
  })

  it.each([
    ['student', 'stduent', 1],
    ['handoff', 'handof', 1],
    ['rejected', 'regected', 1],
    ['mql', '', 3],
    ['übergabe', 'uebergabe', 2],
    ['acceptance', 'accepptence', 2],
  ])('counts the slips from %s to %j', (...[right, typed, slips]) => {
    expect(slipsBetween(right, typed)).toBe(slips)
    expect(slipsBetween(typed, right)).toBe(slips)
  })

  it.each(['churn', 'xyzzy', 'x', '', '   ', '%_\\', '💥', 'a'.repeat(3000)])(
    'finds nothing for %j',
    (term) => {
      expect(lookUp(term, definitions)).toEqual({ suggestions: [] })
    },
  )
})
