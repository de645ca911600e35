import type { Element } from './block-types.ts'
import { optionsOf } from './limits-options.ts'

/** What an input holds, as Slack reports it. */
export type InputState = Record<string, unknown>

interface Kind {
  /** Where the state of the input says what was entered. */
  field: string
  /** What it starts with. */
  initial: keyof Element
  takes: 'text' | 'texts' | 'number' | 'option' | 'options'
}

const text = (field: string, initial: keyof Element): Kind => ({ field, initial, takes: 'text' })
const texts = (field: string, initial: keyof Element): Kind => ({ field, initial, takes: 'texts' })
const written = text('value', 'initial_value')
const option: Kind = { field: 'selected_option', initial: 'initial_option', takes: 'option' }
const options: Kind = { field: 'selected_options', initial: 'initial_options', takes: 'options' }

const kinds: Record<string, Kind> = {
  plain_text_input: written,
  email_text_input: written,
  url_text_input: written,
  number_input: written,
  datepicker: text('selected_date', 'initial_date'),
  timepicker: text('selected_time', 'initial_time'),
  datetimepicker: { field: 'selected_date_time', initial: 'initial_date_time', takes: 'number' },
  users_select: text('selected_user', 'initial_user'),
  conversations_select: text('selected_conversation', 'initial_conversation'),
  channels_select: text('selected_channel', 'initial_channel'),
  multi_users_select: texts('selected_users', 'initial_users'),
  multi_conversations_select: texts('selected_conversations', 'initial_conversations'),
  multi_channels_select: texts('selected_channels', 'initial_channels'),
  static_select: option,
  radio_buttons: option,
  overflow: option,
  checkboxes: options,
  multi_static_select: options,
}

/** Whether a person enters or chooses something in it. */
export const isInput = ({ type }: Element): boolean => type in kinds

/** Whether Slack remembers what was entered; an overflow menu forgets at once. */
export const isRemembered = (element: Element): boolean => isInput(element) && element.type !== 'overflow'

/** The state of an input that nobody touched. */
export function initialState(element: Element): InputState {
  const { type } = element
  const { field, initial, takes } = kinds[type] ?? written
  const nothing = takes === 'texts' || takes === 'options' ? [] : null
  return { type, [field]: element[initial] ?? nothing }
}

/**
 * The state of an input after a person entered something: a text, the value of an option, or several values with
 * commas between them. Nothing entered is `null`, or an empty list.
 * @throws Error when there is no such option
 */
export function enter(element: Element, entered: string): InputState {
  const { type } = element
  const { field, takes } = kinds[type] ?? written
  const several = entered === '' ? [] : entered.split(',')
  switch (takes) {
    case 'text':
      return { type, [field]: entered === '' ? null : entered }
    case 'number':
      return { type, [field]: entered === '' ? null : Number(entered) }
    case 'texts':
      return { type, [field]: several }
    case 'option':
      return { type, [field]: entered === '' ? null : optionOf(element, entered) }
    case 'options':
      return { type, [field]: several.map((value) => optionOf(element, value)) }
  }
}

/** Whether nothing was entered into an input. */
export function isEmpty(state: unknown): boolean {
  if (typeof state !== 'object' || state === null) return true
  const { type: _, ...fields } = state as InputState
  return Object.values(fields).every(
    (value) => value === null || (Array.isArray(value) && value.length === 0),
  )
}

function optionOf(element: Element, value: string) {
  const all = optionsOf(element)
  const chosen = all.find((candidate) => candidate.value === value)
  if (chosen) return chosen
  const known = all.map((candidate) => candidate.value).join(', ')
  throw new Error(`${element.action_id} has no option ${value}: ${known}`)
}
