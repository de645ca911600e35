import { describe, expect, it } from 'vitest'
import { defaultPersonas, defaultPlaybook } from '../../../prisma/seed.ts'
import { digestOf, type Background } from '../../../src/domain/digest/digest-of.ts'
import { wilson } from '../../../src/domain/statistics/wilson.ts'
import { violations } from '../../../src/sandbox/limits.ts'
import { digestDetails } from '../../../src/slack/blocks/digest-details.ts'
import { digestMessage } from '../../../src/slack/blocks/digest.ts'
import type { Look, Message } from '../../../src/slack/blocks/look.ts'
import { accepted, aHanded, countedByHand, rejected, type Handed } from '../../support/cohort.ts'
import { at } from '../../support/leads.ts'

const [from, to] = [new Date('2026-11-15T23:00:00Z'), new Date('2026-11-22T23:00:00Z')]

/** A week of so many answers, six of ten accepted, from some sources. */
function answered(count: number, sources = 3): Handed[] {
  return Array.from({ length: count }, (_, index) => {
    const rest = {
      source: `source-${index % sources}`,
      persona: 'sales-leader',
      workingMinutes: 5 * (index % 60),
    }
    const note = `word ${index} <!here> ${'x'.repeat(900)}`
    return aHanded(index % 10 < 6 ? accepted(rest) : rejected('role-fit', { ...rest, note }))
  })
}

const figuresOf = (handed: Handed[], background?: Background) =>
  digestOf(countedByHand(handed, to), { week: '2026-W47', from, to }, background)

const earlier = (count: number, of: number): Background => ({
  previous: { week: '2026-W46', delivered: of, coverage: wilson(of, of), acceptance: wilson(count, of) },
  closed: [{ accepted: count, rejected: of - count }],
})

const open = Array.from({ length: 3 }, () => aHanded({ dueAt: at('13:00') }))

/** Every situation the wording has a rule for. */
const weeks: [what: string, handed: Handed[], background?: Background][] = [
  ['no leads', []],
  ['no answers', open],
  ['1 answer', answered(1)],
  ['4 answers', answered(4)],
  ['5 answers', answered(5)],
  ['19 answers', answered(19)],
  ['20 answers', answered(20)],
  ['100 answers', answered(100)],
  ['one source', answered(40, 1)],
  ['300 sources', answered(900, 300)],
  [
    'a bad source',
    [...answered(200), ...Array.from({ length: 60 }, () => aHanded(rejected('spam', { source: 'robots' })))],
  ],
  ['enough to compare', answered(40), earlier(30, 50)],
  ['too little before to compare', answered(40), earlier(3, 4)],
]

describe.each(['en', 'de'] as const)('the digest in %s', (language) => {
  const look: Look = { language, zone: 'Europe/Berlin', playbook: defaultPlaybook, personalData: true }
  const personas = defaultPersonas.map((persona) => ({ ...persona, version: 1 }))

  it.each(weeks)('of a week with %s says as much as it knows', (_what, handed, background) => {
    const message = digestMessage(figuresOf(handed, background), look, { personas, filter: 'posted' })
    expect(violations('message', message)).toEqual([])
    expect(JSON.stringify(message)).not.toContain('<!here>')
    expect(readable(message)).toMatchSnapshot()
  })

  it('keeps its details within Slack’s limits, whatever there is', () => {
    for (const [, handed] of weeks) {
      const message = digestDetails(figuresOf(handed), look, personas)
      expect(violations('message', message)).toEqual([])
      expect(JSON.stringify(message)).not.toContain('<!here>')
    }
    expect(readable(digestDetails(figuresOf(answered(40)), look, personas))).toMatchSnapshot()
  })

  it('says of four answers only how many, of nineteen only the range, and of twenty the share', () => {
    const said = (count: number) =>
      readable(digestMessage(figuresOf(answered(count)), look, { personas, filter: 'posted' }))
    expect(said(4)).not.toContain('%')
    expect(said(19)).not.toMatch(/\d+\s?% \(/)
    expect(said(20)).toMatch(/\d+\s?% \(/)
  })
})

/** What a person reads, without the long words of the notes. */
function readable({ blocks }: Message): string {
  const texts = [...JSON.stringify(blocks).matchAll(/"text":"((?:[^"\\]|\\.)*)"/g)].map(
    (match) => match[1] ?? '',
  )
  return texts
    .join('\n')
    .replaceAll('\\n', '\n')
    .replaceAll(/x{10,}…?/g, 'xxx')
}
