/** Block Kit as the sandbox looks at it: loosely, since it judges what the bot sends. */
export interface TextObject {
  type: string
  text: string
}

export interface Option {
  text: TextObject
  value: string
  description?: TextObject
  url?: string
}

export interface Element {
  type: string
  action_id?: string
  text?: TextObject | string
  value?: string
  url?: string
  options?: Option[]
  option_groups?: { label: TextObject; options: Option[] }[]
  initial_option?: Option
  initial_options?: Option[]
  initial_value?: string
  initial_date?: string
  initial_time?: string
  initial_date_time?: number
  initial_user?: string
  initial_users?: string[]
  initial_conversation?: string
  initial_conversations?: string[]
  initial_channel?: string
  initial_channels?: string[]
  placeholder?: TextObject
  confirm?: { title?: TextObject; text?: TextObject; confirm?: TextObject; deny?: TextObject }
  accessibility_label?: string
  min_length?: number
  max_length?: number
  min_value?: string
  max_value?: string
  is_decimal_allowed?: boolean
  max_selected_items?: number
  multiline?: boolean
  image_url?: string
  alt_text?: string
  style?: string
}

export interface Block {
  type: string
  block_id?: string
  text?: TextObject | string
  fields?: TextObject[]
  elements?: Element[]
  element?: Element
  accessory?: Element
  label?: TextObject
  hint?: TextObject
  optional?: boolean
  dispatch_action?: boolean
  alt_text?: string
  image_url?: string
  /** A text object, but for charts, which take a string. */
  title?: TextObject | string
  rows?: unknown[][]
  chart?: unknown
}

export interface View {
  type: string
  callback_id?: string
  external_id?: string
  title?: TextObject
  submit?: TextObject
  close?: TextObject
  private_metadata?: string
  notify_on_close?: boolean
  blocks: Block[]
}

/** The elements of a block that a person can act on. */
export function interactiveOf(block: Block): Element[] {
  const all = [...(block.elements ?? []), block.accessory, block.element]
  return all.filter((element): element is Element => element?.action_id !== undefined)
}
