import type { Block, TextObject } from './block-types.ts'
import { textViolations, tooLong, tooMany } from './limits-basics.ts'
import { elementViolations } from './limits-elements.ts'

type Kind = 'message' | 'modal' | 'home'
type Rule = (block: Block, where: string) => string[]

const messageOnly = new Set(['table', 'data_visualization', 'file', 'markdown'])

const rules: Record<string, Rule> = {
  header: (block, where) => [
    ...required(block.text, `${where}/text`),
    ...textViolations(`${where}/text`, objectOf(block), 150),
    ...(objectOf(block)?.type === 'mrkdwn' ? [`${where}/text: must be plain_text`] : []),
  ],
  section: (block, where) => [
    ...(block.text || block.fields ? [] : [`${where}: text or fields is required`]),
    ...textViolations(`${where}/text`, objectOf(block), 3000),
    ...tooMany(`${where}/fields`, block.fields, 10),
    ...(block.fields ?? []).flatMap((field, index) =>
      textViolations(`${where}/fields/${index}`, field, 2000),
    ),
    ...(block.accessory ? elementViolations(block.accessory, `${where}/accessory`) : []),
  ],
  context: (block, where) => [
    ...required(block.elements?.length, `${where}/elements`),
    ...tooMany(`${where}/elements`, block.elements, 10),
    ...(block.elements ?? []).flatMap((element, index) =>
      element.type === 'image'
        ? elementViolations(element, `${where}/elements/${index}`)
        : textViolations(`${where}/elements/${index}`, element as unknown as TextObject, 3000),
    ),
  ],
  actions: (block, where) => [
    ...required(block.elements?.length, `${where}/elements`),
    ...tooMany(`${where}/elements`, block.elements, 25),
    ...(block.elements ?? []).flatMap((element, index) =>
      elementViolations(element, `${where}/elements/${index}`),
    ),
  ],
  input: (block, where) => [
    ...required(block.label, `${where}/label`),
    ...required(block.element, `${where}/element`),
    ...textViolations(`${where}/label`, block.label, 2000),
    ...textViolations(`${where}/hint`, block.hint, 2000),
    ...(block.element ? elementViolations(block.element, `${where}/element`) : []),
  ],
  image: (block, where) => [
    ...required(block.alt_text, `${where}/alt_text`),
    ...tooLong(`${where}/image_url`, block.image_url, 3000),
    ...tooLong(`${where}/alt_text`, block.alt_text, 2000),
  ],
  markdown: (block, where) =>
    tooLong(`${where}/text`, typeof block.text === 'string' ? block.text : '', 12_000),
  table: (block, where) => [
    ...tooMany(`${where}/rows`, block.rows, 100),
    ...(block.rows ?? []).flatMap((row, index) => tooMany(`${where}/rows/${index}`, row, 20)),
  ],
  data_visualization: () => [],
  rich_text: () => [],
  divider: () => [],
}

/** What Slack would refuse in one block. */
export function blockViolations(block: Block, where: string, kind: Kind): string[] {
  const rule = rules[block.type]
  if (!rule) return [`${where}: unknown block type ${block.type}`]
  if (kind !== 'message' && messageOnly.has(block.type)) return [`${where}: ${block.type} only in messages`]
  return [...tooLong(`${where}/block_id`, block.block_id, 255), ...rule(block, where)]
}

function objectOf(block: Block): TextObject | undefined {
  return typeof block.text === 'string' ? { type: 'invalid', text: block.text } : block.text
}

function required(value: unknown, where: string): string[] {
  return value ? [] : [`${where}: is required`]
}
