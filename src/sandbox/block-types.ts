/** Block Kit as the sandbox looks at it: loosely, since it judges what the bot sends. */
export interface TextObject {
  type: string
  text: string
}

export interface Option {
  text: TextObject
  value: string
  description?: TextObject
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
  placeholder?: TextObject
  confirm?: { title?: TextObject; text?: TextObject; confirm?: TextObject; deny?: TextObject }
  accessibility_label?: string
  max_length?: number
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
  title?: TextObject
  rows?: unknown[][]
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
