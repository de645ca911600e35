import type { Block, Element } from './block-types.ts'

/** Elements that take a text from the keyboard: Slack draws them in input blocks alone. */
const written = [
  'plain_text_input',
  'rich_text_input',
  'email_text_input',
  'url_text_input',
  'number_input',
  'file_input',
]

/** Elements that a person chooses with. */
const chosen = [
  'static_select',
  'external_select',
  'users_select',
  'conversations_select',
  'channels_select',
  'multi_static_select',
  'multi_external_select',
  'multi_users_select',
  'multi_conversations_select',
  'multi_channels_select',
  'datepicker',
  'timepicker',
  'datetimepicker',
  'checkboxes',
  'radio_buttons',
]

const pressed = ['button', 'overflow', 'workflow_button']

/** Which elements each block takes. */
const places: Record<string, Set<string>> = {
  section: new Set([...pressed, ...chosen, 'image']),
  actions: new Set([...pressed, ...chosen.filter((type) => !type.startsWith('multi_'))]),
  input: new Set([...written, ...chosen]),
  context: new Set(['image', 'plain_text', 'mrkdwn']),
}

/** Elements where Slack does not take them. */
export function misplaced(block: Block, where: string): string[] {
  const allowed = places[block.type]
  if (!allowed) return []
  const all = [...(block.elements ?? []), block.accessory, block.element]
  const present = all.filter((element): element is Element => element !== undefined)
  return present
    .filter(({ type }) => !allowed.has(type))
    .map(({ type }) => `${where}: no ${type} in a block of the type ${block.type}`)
}
