import { describe, expect, it } from 'vitest'
import { violations } from '../../../src/sandbox/limits/limits.ts'

const text = (content = 'x', type = 'plain_text') => ({ type, text: content })
const option = (value: string) => ({ text: text(), value })
const element = (type: string, fields: object = {}) => ({ type, action_id: 'a', ...fields })
const input = (inner: object) => ({ type: 'input', label: text(), element: inner })
const actions = (inner: object) => ({ type: 'actions', elements: [inner] })
const section = (accessory: object) => ({ type: 'section', text: text(), accessory })
const modal = (block: object) => ({ type: 'modal', title: text(), submit: text(), blocks: [block] })
const options = ['a', 'b'].map(option)
const many = (count: number) => Array.from({ length: count }, (_, n) => option(String(n)))

const taken: [string, object][] = [
  ['a date', input(element('datepicker', { initial_date: '2026-11-23' }))],
  ['a time', input(element('timepicker', { initial_time: '23:59' }))],
  ['an instant', input(element('datetimepicker', { initial_date_time: 1_795_449_600 }))],
  ['a person', actions(element('users_select', { initial_user: 'U0ANNA' }))],
  ['several people', input(element('multi_users_select', { initial_users: ['U0ANNA'] }))],
  ['a channel', actions(element('conversations_select'))],
  ['a number', input(element('number_input', { is_decimal_allowed: false, initial_value: '-3' }))],
  ['an e-mail', input(element('email_text_input', { placeholder: text() }))],
  ['an address', input(element('url_text_input'))],
  ['several options', section(element('multi_static_select', { options, initial_options: options }))],
  ['checked boxes', section(element('checkboxes', { options, initial_options: [option('b')] }))],
  [
    'formatted boxes',
    actions(element('checkboxes', { options: [{ ...options[0], text: text('*x*', 'mrkdwn') }] })),
  ],
  ['an image beside a text', section({ type: 'image', image_url: 'x', alt_text: 'x' })],
]

const refused: [string, object, string][] = [
  ['a date in words', input(element('datepicker', { initial_date: 'tomorrow' })), 'initial_date'],
  ['the 25th hour', input(element('timepicker', { initial_time: '25:00' })), 'initial_time'],
  [
    'an instant in ms',
    input(element('datetimepicker', { initial_date_time: 1_795_449_600_000 })),
    'initial_date_time',
  ],
  ['a number without a word on decimals', input(element('number_input')), 'is_decimal_allowed'],
  [
    'no number',
    input(element('number_input', { is_decimal_allowed: true, initial_value: 'x' })),
    'initial_value',
  ],
  [
    'a least above the most',
    input(element('number_input', { is_decimal_allowed: true, min_value: '3', max_value: '2' })),
    'min_value',
  ],
  ['a length of nothing', input(element('plain_text_input', { max_length: 0 })), 'max_length'],
  [
    'a least length above the most',
    input(element('plain_text_input', { min_length: 3, max_length: 2 })),
    'min_length',
  ],
  [
    'an initial text above the most length',
    input(element('plain_text_input', { max_length: 2, initial_value: 'abc' })),
    'initial_value',
  ],
  ['no options', actions(element('static_select')), 'options'],
  [
    'options and groups',
    actions(element('static_select', { options, option_groups: [{ label: text(), options }] })),
    'not both',
  ],
  [
    '101 options of a group',
    actions(element('static_select', { option_groups: [{ label: text(), options: many(101) }] })),
    'options',
  ],
  ['an option without a value', actions(element('static_select', { options: [{ text: text() }] })), 'value'],
  [
    'an option with formatting',
    actions(element('static_select', { options: [{ ...options[0], text: text('x', 'mrkdwn') }] })),
    'plain_text',
  ],
  [
    'a box checked that is not there',
    section(element('checkboxes', { options, initial_options: [option('c')] })),
    'initial_options',
  ],
  [
    'more chosen than may be',
    section(element('multi_static_select', { options, initial_options: options, max_selected_items: 1 })),
    'initial_options',
  ],
  [
    'none to choose',
    section(element('multi_static_select', { options, max_selected_items: 0 })),
    'max_selected_items',
  ],
  ['a button in an input', input(element('button', { text: text() })), 'no button'],
  ['a text input in actions', actions(element('plain_text_input')), 'no plain_text_input'],
  [
    'a choice of several in actions',
    actions(element('multi_static_select', { options })),
    'no multi_static_select',
  ],
  ['an element nobody knows', actions(element('lever')), 'no lever'],
  ['an element without an action id', actions({ type: 'button', text: text() }), 'action_id'],
  ['a button with formatting', actions(element('button', { text: text('*x*', 'mrkdwn') })), 'plain_text'],
  ['a style nobody knows', actions(element('button', { text: text(), style: 'loud' })), 'style'],
  [
    'a label with formatting',
    { ...input(element('plain_text_input')), label: text('x', 'mrkdwn') },
    'plain_text',
  ],
]

describe('elements', () => {
  it.each(taken)('%s: Slack takes it', (_what, block) => {
    expect(violations('modal', modal(block))).toEqual([])
  })

  it.each(refused)('%s: Slack does not', (_what, block, where) => {
    expect(violations('modal', modal(block)).join('\n')).toContain(where)
  })
})
