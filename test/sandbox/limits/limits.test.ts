import { describe, expect, it } from 'vitest'
import { manifestViolations } from '../../../src/sandbox/limits/limits-manifest.ts'
import { violations } from '../../../src/sandbox/limits/limits.ts'

const text = (length: number, type = 'plain_text') => ({ type, text: 'x'.repeat(length) })
const button = (fields: object) => ({ type: 'button', action_id: 'a', text: text(1), ...fields })
const actions = (...elements: object[]) => ({ type: 'actions', elements })
const input = (element: object, fields: object = {}) => ({
  type: 'input',
  label: text(1),
  element,
  ...fields,
})
const textInput = (fields: object) => ({ type: 'plain_text_input', action_id: 'a', ...fields })
const select = (options: object[]) => ({ type: 'static_select', action_id: 'a', options })
const option = (fields: object = {}) => ({ text: text(1), value: 'v', ...fields })
const groups = (count: number, label: number) => ({
  ...{ type: 'static_select', action_id: 'a' },
  option_groups: many(count, () => ({ label: text(label), options: [option()] })),
})
const point = { label: 'Mon', value: 1 }
const series = (fields: object) => ({ name: 'Accepted', data: [point], ...fields })
const bars = (list: object[]) => ({ type: 'bar', series: list })
const chart = (fields: object) => ({
  ...{ type: 'data_visualization', title: 'Answered', chart: bars([series({})]) },
  ...fields,
})
const many = <T>(count: number, make: (index: number) => T): T[] =>
  Array.from({ length: count }, (_, index) => make(index))
const modal = (fields: object) => ({
  title: text(1),
  submit: text(1),
  blocks: [{ type: 'divider' }],
  ...fields,
})
const message = (...blocks: object[]) => ({ text: '', blocks })

/** Each of Slack's limits, and what is as large as it is told. */
const ofMessages: [string, number, (size: number) => { blocks: object[] }][] = [
  ['blocks of a message', 50, (n) => message(...many(n, () => ({ type: 'divider' })))],
  ['text of a message', 40_000, (n) => ({ text: 'x'.repeat(n), blocks: [] })],
  [
    'all blocks of a message',
    13_200,
    (n) => message(...many(6, (i) => ({ type: 'section', text: text(i < 5 ? 2500 : n - 12_500) }))),
  ],
  ['a header', 150, (n) => message({ type: 'header', text: text(n) })],
  ['a section', 3000, (n) => message({ type: 'section', text: text(n, 'mrkdwn') })],
  ['fields of a section', 10, (n) => message({ type: 'section', fields: many(n, () => text(1)) })],
  ['a field', 2000, (n) => message({ type: 'section', fields: [text(n)] })],
  ['elements of a context', 10, (n) => message({ type: 'context', elements: many(n, () => text(1)) })],
  ['elements of actions', 25, (n) => message(actions(...many(n, (i) => button({ action_id: `a${i}` }))))],
  ['a block id', 255, (n) => message({ type: 'divider', block_id: 'x'.repeat(n) })],
  ['an action id', 255, (n) => message(actions(button({ action_id: 'x'.repeat(n) })))],
  ['the text of a button', 75, (n) => message(actions(button({ text: text(n) })))],
  ['the value of a button', 2000, (n) => message(actions(button({ value: 'x'.repeat(n) })))],
  ['the address of a button', 3000, (n) => message(actions(button({ url: 'x'.repeat(n) })))],
  ['the label of a button', 75, (n) => message(actions(button({ accessibility_label: 'x'.repeat(n) })))],
  ['the title of a confirmation', 100, (n) => message(actions(button({ confirm: { title: text(n) } })))],
  ['the text of a confirmation', 300, (n) => message(actions(button({ confirm: { text: text(n) } })))],
  [
    'a button of a confirmation',
    30,
    (n) => message(actions(button({ confirm: { confirm: text(n), deny: text(n) } }))),
  ],
  ['options of a select', 100, (n) => message(actions(select(many(n, () => option()))))],
  ['the text of an option', 75, (n) => message(actions(select([option({ text: text(n) })])))],
  ['the description of an option', 75, (n) => message(actions(select([option({ description: text(n) })])))],
  ['the value of an option', 75, (n) => message(actions(select([option({ value: 'x'.repeat(n) })])))],
  [
    'options of an overflow menu',
    5,
    (n) => message(actions({ ...select(many(n, () => option())), type: 'overflow' })),
  ],
  [
    'radio buttons',
    10,
    (n) => message(actions({ ...select(many(n, () => option())), type: 'radio_buttons' })),
  ],
  ['checkboxes', 10, (n) => message(actions({ ...select(many(n, () => option())), type: 'checkboxes' }))],
  ['a placeholder', 150, (n) => message(actions({ ...select([option()]), placeholder: text(n) }))],
  ['a markdown block', 12_000, (n) => message({ type: 'markdown', text: 'x'.repeat(n) })],
  ['rows of a table', 100, (n) => message({ type: 'table', rows: many(n, () => []) })],
  ['columns of a table', 20, (n) => message({ type: 'table', rows: [many(n, () => ({}))] })],
  ['tables of a message', 1, (n) => message(...many(n, () => ({ type: 'table', rows: [] })))],
  [
    'characters of a table',
    10_000,
    (n) => message({ type: 'table', rows: [[text(n - 1, 'raw_text'), text(1, 'raw_text')]] }),
  ],
  ['charts of a message', 2, (n) => message(...many(n, () => chart({})))],
  ['the title of a chart', 50, (n) => message(chart({ title: 'x'.repeat(n) }))],
  [
    'segments of a pie',
    12,
    (n) => message(chart({ chart: { type: 'pie', segments: many(n, () => point) } })),
  ],
  ['series of a chart', 12, (n) => message(chart({ chart: bars(many(n, () => series({}))) }))],
  [
    'points of a series',
    20,
    (n) => message(chart({ chart: bars([series({ data: many(n, () => point) })]) })),
  ],
  ['the name of a series', 20, (n) => message(chart({ chart: bars([series({ name: 'x'.repeat(n) })]) }))],
  ['the label of a group of options', 75, (n) => message(actions(groups(1, n)))],
  ['groups of options', 100, (n) => message(actions(groups(n, 1)))],
  ['the text of an image', 2000, (n) => message({ type: 'image', image_url: 'x', alt_text: 'x'.repeat(n) })],
]

const ofModals: [string, number, (size: number) => { blocks: object[] }][] = [
  ['blocks', 100, (n) => modal({ blocks: many(n, () => ({ type: 'divider' })) })],
  ['the title', 24, (n) => modal({ title: text(n) })],
  ['the submit button', 24, (n) => modal({ submit: text(n) })],
  ['the close button', 24, (n) => modal({ close: text(n) })],
  ['private metadata', 3000, (n) => modal({ private_metadata: 'x'.repeat(n) })],
  ['the callback id', 255, (n) => modal({ callback_id: 'x'.repeat(n) })],
  ['the external id', 255, (n) => modal({ external_id: 'x'.repeat(n) })],
  ['a label', 2000, (n) => modal({ blocks: [input(textInput({}), { label: text(n) })] })],
  ['a hint', 2000, (n) => modal({ blocks: [input(textInput({}), { hint: text(n) })] })],
  ['the most of an input', 3000, (n) => modal({ blocks: [input(textInput({ max_length: n }))] })],
]

const manifest = (fields: object) => ({ display_information: { name: 'Baton', ...fields } })
const featured = (features: object) => ({ display_information: { name: 'Baton' }, features })
const command = (fields: object) => ({ command: '/lead', description: 'Where a lead stands', ...fields })
const shortcut = (fields: object) => ({ name: 'Hand off', callback_id: 'lead.hand-off', ...fields })

const ofManifests: [string, number, (size: number) => object][] = [
  ['the name', 35, (n) => manifest({ name: 'x'.repeat(n) })],
  ['the description', 140, (n) => manifest({ description: 'x'.repeat(n) })],
  ['the long description', 4000, (n) => manifest({ long_description: 'x'.repeat(n) })],
  ['commands', 50, (n) => featured({ slash_commands: many(n, () => command({})) })],
  [
    'a command after its slash',
    32,
    (n) => featured({ slash_commands: [command({ command: `/${'x'.repeat(n)}` })] }),
  ],
  ['shortcuts', 10, (n) => featured({ shortcuts: many(n, () => shortcut({})) })],
  ['the name of a shortcut', 24, (n) => featured({ shortcuts: [shortcut({ name: 'x'.repeat(n) })] })],
]

describe('the limits of a manifest', () => {
  it.each(ofManifests)('%s: %i is taken, one more is not', (_what, limit, make) => {
    expect(manifestViolations(make(limit))).toEqual([])
    expect(manifestViolations(make(limit + 1))).not.toEqual([])
  })

  it('wants a long description of 175 characters or more, or none', () => {
    expect(manifestViolations(manifest({ long_description: 'x'.repeat(175) }))).toEqual([])
    expect(manifestViolations(manifest({ long_description: 'x'.repeat(174) }))).not.toEqual([])
  })
})

describe('the limits of a message', () => {
  it.each(ofMessages)('%s: %i is taken, one more is not', (_what, limit, make) => {
    expect(violations('message', make(limit))).toEqual([])
    expect(violations('message', make(limit + 1))).not.toEqual([])
  })
})

describe('a message', () => {
  it.each([
    ['a chart without a title', chart({ title: undefined })],
    ['a chart of a kind nobody knows', chart({ chart: { type: 'radar', series: [series({})] } })],
    ['a chart without data', chart({ chart: bars([]) })],
    ['a context of anything but texts and images', { type: 'context', elements: [button({})] }],
    [
      'a choice that is not among the options',
      actions({ ...select([option()]), initial_option: option({ value: 'w' }) }),
    ],
    ['a button without a text', actions(button({ text: undefined }))],
    ['an image without alt text', { type: 'image', image_url: 'x' }],
  ])('is refused with %s', (_what, block) => {
    expect(violations('message', message(block))).not.toEqual([])
  })
})

describe('the limits of a modal', () => {
  it.each(ofModals)('%s: %i is taken, one more is not', (_what, limit, make) => {
    expect(violations('modal', make(limit))).toEqual([])
    expect(violations('modal', make(limit + 1))).not.toEqual([])
  })

  it.each([
    ['an input without a submit button', { submit: undefined, blocks: [input(textInput({}))] }],
    ['a table', { blocks: [{ type: 'table', rows: [] }] }],
    ['a block nobody knows', { blocks: [{ type: 'carousel' }] }],
    ['the same block id twice', { blocks: many(2, () => ({ type: 'divider', block_id: 'b' })) }],
    ['an empty text', { blocks: [{ type: 'section', text: text(0) }] }],
    ['a chart', { blocks: [chart({})] }],
  ])('refuses %s', (_what, fields) => {
    expect(violations('modal', modal(fields))).not.toEqual([])
  })
})
