import { describe, expect, it } from 'vitest'
import { defaultPersonas, defaultPlaybook } from '../../../../prisma/seed.ts'
import { digestOf, type Background } from '../../../../src/domain/digest/digest-of.ts'
import { wilson } from '../../../../src/domain/statistics/wilson.ts'
import { violations } from '../../../../src/sandbox/limits/limits.ts'
import { digestDetails } from '../../../../src/slack/blocks/digest/digest-details.ts'
import { changeModal } from '../../../../src/slack/blocks/ledger/change-modal.ts'
import { digestTrend } from '../../../../src/slack/blocks/digest/digest-trend.ts'
import { whyModal } from '../../../../src/slack/blocks/digest/why-modal.ts'
import { actions } from '../../../../src/slack/ids.ts'
import { digestMessage } from '../../../../src/slack/blocks/digest/digest.ts'
import type { Reader } from '../../../../src/slack/blocks/parts/reader.ts'
import type { Message } from '../../../../src/slack/blocks/parts/message.ts'
import {
  accepted,
  aHanded,
  countedByHand,
  rejected,
  shownWhole,
  type Handed,
} from '../../../support/cohort.ts'
import { at } from '../../../support/leads.ts'

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
  shownWhole(digestOf(countedByHand(handed, to), { week: '2026-W47', from, to }, background))

const earlier = (count: number, of: number): Background => {
  const rates = { coverage: wilson(of, of), acceptance: wilson(count, of) }
  return {
    previous: { week: '2026-W46', delivered: of, ...rates },
    closed: [{ week: '2026-W46', accepted: count, rejected: of - count, ...rates }],
  }
}

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
  const look: Reader = { language, zone: 'Europe/Berlin', playbook: defaultPlaybook }
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

  it('shows the weeks as a chart, and says the same in words', () => {
    const trend = Array.from({ length: 9 }, (_, index) => ({
      week: `2026-W${39 + index}`,
      coverage: wilson(30 + index, 40),
      acceptance: wilson(20 + index, 40),
    }))
    const message = digestTrend({ ...figuresOf(answered(40)), trend }, look)
    expect(violations('message', message)).toEqual([])
    expect(message.blocks).toMatchSnapshot()
    expect(message.text).toMatch(/2026-W39: \D+75\s?%, \D+50\s?%\. 2026-W47: \D+95\s?%, \D+70\s?%/)
  })

  it('offers every number it shows to be asked about, and answers only below what everybody reads', () => {
    const figures = figuresOf([...answered(40), ...open])
    const actionsOf = (filter: 'posted' | { source: string }) =>
      JSON.stringify(digestMessage(figures, look, { personas, filter }).blocks.at(-1))
    for (const id of [
      'coverage',
      'acceptance',
      'clock-kept',
      'reason:role-fit',
      'source:source-1',
      'tier:standard',
    ])
      expect(actionsOf('posted')).toContain(`"value":"${id}"`)
    expect(actionsOf('posted')).toContain(actions.changed)
    expect(actionsOf({ source: 'web & fair' })).not.toContain(actions.changed)
    expect(actionsOf({ source: 'web & fair' })).toContain('week=2026-W47&source=web+%26+fair')
  })

  it.each([
    ['some', answered(40)],
    ['no leads', []],
  ])('says of which leads it is, where not of all, with %s', (_what, handed) => {
    const filter = { persona: 'sales-leader', source: 'web & <fair>' }
    const message = digestMessage(figuresOf(handed), look, { personas, filter })
    expect(violations('message', message)).toEqual([])
    const only = /web &amp; &lt;fair&gt;, Persona (?:Sales leader|Vertriebsleitung)/
    expect(message.text).toMatch(only)
    expect(readable(message)).toMatch(only)
    const whole = digestMessage(figuresOf(handed), look, { personas, filter: {} })
    expect(whole.text).not.toMatch(/Only these leads|Nur diese Leads/)
  })

  it('keeps the modals that its buttons open within Slack’s limits, whatever there is', () => {
    for (const [, handed] of weeks) {
      const figures = figuresOf(handed)
      const about = { id: 'id-1', figures, today: '2026-11-23' }
      expect(violations('modal', changeModal(about, look, personas))).toEqual([])
      const number = { name: 'source', key: 'x'.repeat(200) } as const
      const why = { number, rate: figures.acceptance, leads: [] }
      expect(violations('modal', whyModal(why, look, personas))).toEqual([])
    }
  })

  it('says of four answers only how many, of nineteen only the range, and of twenty the share', () => {
    const said = (count: number) =>
      readable(digestMessage(figuresOf(answered(count)), look, { personas, filter: 'posted' }))
    expect(said(4)).not.toContain('%')
    expect(said(19)).not.toMatch(/\d+\s?% \(/)
    expect(said(20)).toMatch(/\d+\s?% \(/)
  })
})

/** What a person reads, without the long words of the notes, and without the menu below. */
function readable({ blocks }: Message): string {
  const texts = blocks.flatMap((block) => {
    if (block.type === 'actions') return []
    if (block.type === 'table') return block.rows.map((row) => textsOf(row).join(' | '))
    return textsOf(block)
  })
  return texts
    .join('\n')
    .replaceAll('\\n', '\n')
    .replaceAll(/x{10,}…?/g, 'xxx')
}

const textsOf = (block: unknown): string[] =>
  [...JSON.stringify(block).matchAll(/"text":"((?:[^"\\]|\\.)*)"/g)].map((match) => match[1] ?? '')
