import { globSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { violations } from '../../../src/sandbox/limits/limits.ts'
import { slackLimits } from '../../../src/slack/blocks/parts/slack-limits.ts'

type Limit = keyof typeof slackLimits

const text = (size: number) => ({ type: 'plain_text', text: 'x'.repeat(size) })
const markup = (size: number) => ({ type: 'mrkdwn', text: 'x'.repeat(size) })
const many = <T>(size: number, one: T): T[] => Array.from({ length: size }, () => one)

const block = (one: object) => violations('message', { text: 'x', blocks: [one] })
const inRow = (element: object) => block({ type: 'actions', elements: [element] })
const aButton = (changes: object) =>
  inRow({ type: 'button', action_id: 'a', text: text(1), value: 'x', ...changes })
const aMenu = (changes: object) =>
  inRow({ type: 'static_select', action_id: 'a', options: [{ text: text(1), value: 'x' }], ...changes })
const modal = (changes: object) =>
  violations('modal', { ...{ type: 'modal', title: text(1), submit: text(1), blocks: [] }, ...changes })
const anInput = (changes: object) =>
  modal({
    blocks: [
      { type: 'input', label: text(1), element: { type: 'plain_text_input', action_id: 'a' }, ...changes },
    ],
  })
const aTable = (rows: object[][]) => block({ type: 'table', rows })
const cell = (size: number) => ({ type: 'raw_text', text: 'x'.repeat(size) })
const chart = ({ title = 1, label = 1, points = 1 }) => {
  const data = many(points, { label: 'x'.repeat(label), value: 1 })
  const line = { type: 'line', series: [{ name: 'x', data }] }
  return block({ type: 'data_visualization', title: 'x'.repeat(title), chart: line })
}

/** What the sandbox says to something of that size. */
const judged: Record<Limit, (size: number) => string[]> = {
  header: (size) => block({ type: 'header', text: text(size) }),
  section: (size) => block({ type: 'section', text: markup(size) }),
  fields: (size) => block({ type: 'section', fields: many(size, markup(1)) }),
  field: (size) => block({ type: 'section', fields: [markup(size)] }),
  contextElements: (size) => block({ type: 'context', elements: many(size, markup(1)) }),
  contextElement: (size) => block({ type: 'context', elements: [markup(size)] }),
  button: (size) => aButton({ text: text(size) }),
  accessibilityLabel: (size) => aButton({ accessibility_label: 'x'.repeat(size) }),
  value: (size) => aButton({ value: 'x'.repeat(size) }),
  blockId: (size) => block({ type: 'divider', block_id: 'x'.repeat(size) }),
  placeholder: (size) => aMenu({ placeholder: text(size) }),
  options: (size) =>
    aMenu({ options: Array.from({ length: size }, (_, index) => ({ text: text(1), value: `${index}` })) }),
  option: (size) => aMenu({ options: [{ text: text(size), value: 'x' }] }),
  optionValue: (size) => aMenu({ options: [{ text: text(1), value: 'x'.repeat(size) }] }),
  label: (size) => anInput({ label: text(size) }),
  hint: (size) => anInput({ hint: text(size) }),
  modalTitle: (size) => modal({ title: text(size) }),
  modalButton: (size) => [...modal({ submit: text(size) }), ...modal({ close: text(size) })],
  tableRows: (size) => aTable(many(size, [cell(1)])),
  tables: (size) => aTable([[cell(size)]]),
  chartTitle: (size) => chart({ title: size }),
  chartLabel: (size) => chart({ label: size }),
  chartPoints: (size) => chart({ points: size }),
}

/** Where Baton gives less than Slack takes. */
const narrower: Partial<Record<Limit, number>> = { contextElement: 3000 }

describe('a limit of Slack', () => {
  it.each(Object.entries(slackLimits))('%s is what the sandbox takes at most', (name, limit) => {
    const judge = judged[name as Limit]
    expect(judge(limit)).toEqual([])
    expect(judge((narrower[name as Limit] ?? limit) + 1)).not.toEqual([])
  })

  it('stands in one file of the bot', () => {
    const scattered = /(?:plainText|within|plain)\((?:[^()]|\([^()]*\))*, \d+\)/
    const files = globSync('src/slack/**/*.ts').filter((file) => !file.endsWith('/slack-limits.ts'))
    expect(files.filter((file) => scattered.test(readFileSync(file, 'utf8')))).toEqual([])
  })
})
