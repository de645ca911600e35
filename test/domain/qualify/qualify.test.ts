import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { check, conditionSchema, type Condition } from '../../../src/domain/qualify/condition.ts'
import { matchPersona } from '../../../src/domain/qualify/persona-match.ts'
import { qualify, type Rules } from '../../../src/domain/qualify/qualify.ts'
import { scoreLead } from '../../../src/domain/qualify/score.ts'
import { tierOf } from '../../../src/domain/qualify/tier.ts'
import { defaultDefinitions, defaultPersonas, defaultPlaybook } from '../../../prisma/seed.ts'
import { aReceivedLead, at } from '../../support/leads.ts'

const personas = defaultPersonas.map((persona) => ({ ...persona, version: 3 }))
const rules: Rules = {
  playbook: { version: 7, author: 'Baton', since: at('09:00'), document: defaultPlaybook },
  personas,
  definitions: defaultDefinitions.map((definition) => ({ ...definition, version: 2, since: at('09:00') })),
}

describe('a lead is qualified', () => {
  it('when its points reach the threshold, with the versions of the rules it was judged by', () => {
    const lead = aReceivedLead({ details: { request: 'demo' } })
    expect(qualify(lead, rules, { isReturn: false })).toMatchObject({
      ...{ because: 'score', tier: 'hot', playbookVersion: 7, definitionVersion: 2 },
      score: { points: 85, threshold: 50 },
      persona: { key: 'sales-leader', version: 3 },
    })
  })

  it('when its sender says so, whatever its points', () => {
    const lead = aReceivedLead({ qualified: true, details: { title: 'Student', employees: 3 } })
    expect(qualify(lead, rules, { isReturn: false })).toMatchObject({
      because: 'sender',
      score: { points: -55 },
    })
  })

  it('and is held below the threshold, even by one point', () => {
    const lead = aReceivedLead({ details: { request: 'demo' } })
    const withThreshold = (threshold: number): Rules => {
      const document = { ...defaultPlaybook, scoring: { ...defaultPlaybook.scoring, threshold } }
      return { ...rules, playbook: { ...rules.playbook, document } }
    }
    expect(qualify(lead, withThreshold(86), { isReturn: false })).toBeNull()
    expect(qualify(lead, withThreshold(85), { isReturn: false })).not.toBeNull()
  })

  it('never by asking for a demo alone, with nothing else known', () => {
    const lead = { source: 'website', details: { email: 'x@example.com', request: 'demo', attributes: {} } }
    expect(qualify(lead, rules, { isReturn: false })).toBeNull()
  })
})

describe('the score', () => {
  it.each([
    ['a VP', { title: 'VP Sales' }, 25],
    ['a director, who is no CTO', { title: 'Director' }, 0],
    ['a CTO', { title: 'CTO & Founder' }, 15],
    ['an international manager, who is no intern', { title: 'International Manager' }, 0],
    ['an intern', { title: 'Marketing Intern' }, -30],
    ['a Vertriebsleiterin', { title: 'Vertriebsleiterin' }, 20],
    ['49 employees', { employees: 49 }, -15],
    ['50 employees', { employees: 50 }, 10],
    ['200 employees', { employees: 200 }, 20],
    ['2,001 employees', { employees: 2001 }, 0],
    ['a private address', { email: 'mia.example@gmail.com' }, -10],
    ['a competitor', { company: 'Rivalsoft GmbH' }, -100],
    ['visits', { attributes: { visits: '12', pricing_page_visits: '2' } }, 30],
    ['visits that are no number', { attributes: { visits: 'many' } }, 0],
    ['an empty lead', {}, 0],
  ])('of %s', (_, details, points) => {
    const lead = { source: 'website', details: { attributes: {}, ...details } }
    expect(scoreLead(lead, defaultPlaybook.scoring).points).toBe(points)
  })

  it('is the sum of its named reasons, the largest effect first', () => {
    const titles = fc.constantFrom('VP Sales', 'Student', 'Head of IT', undefined)
    const leads = fc.record({
      title: titles,
      employees: fc.nat(5000),
      request: fc.constantFrom('demo', 'newsletter'),
    })
    const property = fc.property(leads, ({ title, ...rest }) => {
      const details = { ...rest, ...(title && { title }), attributes: {} }
      const { points, reasons } = scoreLead({ source: 'x', details }, defaultPlaybook.scoring)
      const effects = reasons.map((reason) => Math.abs(reason.points))
      expect(points).toBe(reasons.reduce((sum, reason) => sum + reason.points, 0))
      expect(effects).toEqual(effects.toSorted((a, b) => b - a))
    })
    fc.assert(property, { seed: 9, numRuns: 200 })
  })
})

describe('the tier', () => {
  it.each([
    ['demo', 'hot'],
    ['Pricing for 20 seats', 'hot'],
    ['Angebot', 'hot'],
    ['demo after webinar', 'hot'],
    ['whitepaper download', 'low'],
    ['callback', 'standard'],
    [undefined, 'standard'],
  ])('of a request for %s is %s', (request, tier) => {
    const lead = aReceivedLead({ details: request === undefined ? {} : { request } })
    expect(tierOf(lead, defaultPlaybook.tiers)).toBe(tier)
  })
})

describe('the persona', () => {
  const matched = (details: Parameters<typeof aReceivedLead>[0]) =>
    matchPersona(aReceivedLead(details), personas)

  it.each([
    ['VP Sales', 'sales-leader'],
    ['Head of Revenue Operations', 'revops-lead'],
    ['CTO', 'it-lead'],
    ['IT-Leiterin', 'it-lead'],
  ])('of a %s is %s', (title, key) => {
    expect(matched({ details: { title, industry: 'Software' } })?.key).toBe(key)
  })

  it('explains each criterion: matched, not matched, unknown', () => {
    const match = matched({ details: { title: 'VP Sales', employees: 10 } })
    expect(match?.criteria.map((criterion) => criterion.verdict)).toEqual([
      'matched',
      'not-matched',
      'unknown',
    ])
  })

  it('may be one nobody wants to reach', () => {
    const details = { title: 'Student', company: 'Example University', employees: 20, request: 'download' }
    expect(matched({ details })).toMatchObject({ key: 'learner', negative: true })
  })

  it('is ruled out by one exclusion', () => {
    const details = { title: 'Assistant to the VP Sales', employees: 400 }
    expect(matched({ details })?.key).not.toBe('sales-leader')
  })

  it('is none when nothing is known, and never a retired one', () => {
    const empty = { source: 'website', details: { attributes: {} } }
    const retired = personas.map((persona) => ({ ...persona, status: 'retired' as const }))
    expect(matchPersona(empty, personas)).toBeNull()
    expect(matchPersona(aReceivedLead(), retired)).toBeNull()
  })
})

describe('a condition', () => {
  const lead = aReceivedLead({ details: { title: 'Head of IT', attributes: { visits: '7' } } })

  it.each<[Condition, string]>([
    [{ field: 'title', is: ['head of it'] }, 'matched'],
    [{ field: 'title', is: ['head'] }, 'not-matched'],
    [{ field: 'title', contains: ['EAD OF'] }, 'matched'],
    [{ field: 'title', word: ['it'] }, 'matched'],
    [{ field: 'title', word: ['hea', 'of-it'] }, 'matched'],
    [{ field: 'title', word: ['hea'] }, 'not-matched'],
    [{ field: 'attributes.visits', atLeast: 7 }, 'matched'],
    [{ field: 'attributes.visits', atMost: 6 }, 'not-matched'],
    [{ field: 'attributes.constructor', present: true }, 'not-matched'],
    [{ field: 'phone', present: false }, 'matched'],
    [{ field: 'phone', is: ['1'] }, 'unknown'],
    [{ field: 'source', is: ['website'] }, 'matched'],
  ])('%j is %s', (condition, verdict) => {
    expect(check(condition, lead)).toBe(verdict)
  })

  it.each([{ field: 'title' }, { field: 'title', is: ['a'], contains: ['b'] }, { field: '', present: true }])(
    '%j is refused',
    (condition) => {
      expect(conditionSchema.safeParse(condition).success).toBe(false)
    },
  )
})
