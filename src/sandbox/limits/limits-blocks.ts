import type { Block, Element, TextObject } from './block-types.ts'
import { plainViolations, required, textViolations, tooLong, tooMany } from './limits-basics.ts'
import { chartViolations, tableViolations } from './limits-data.ts'
import { elementViolations } from './limits-elements.ts'
import { misplaced } from './limits-places.ts'

type Kind = 'message' | 'modal' | 'home'
type Rule = (block: Block, where: string) => string[]

const messageOnly = new Set(['table', 'data_visualization', 'file', 'markdown'])

const rules: Record<string, Rule> = {
  header: (block, where) => [
    ...required(`${where}/text`, block.text),
    ...plainViolations(`${where}/text`, block.text, 150),
  ],
  section: (block, where) => [
    ...(block.text || block.fields ? [] : [`${where}: text or fields is required`]),
    ...textViolations(`${where}/text`, block.text, 3000),
    ...tooMany(`${where}/fields`, block.fields, 10),
    ...(block.fields ?? []).flatMap((field, index) =>
      textViolations(`${where}/fields/${index}`, field, 2000),
    ),
    ...(block.accessory ? elementViolations(block.accessory, `${where}/accessory`) : []),
  ],
  context: (block, where) => [
    ...required(`${where}/elements`, block.elements?.length),
    ...tooMany(`${where}/elements`, block.elements, 10),
    ...(block.elements ?? []).flatMap((element, index) =>
      element.type === 'image'
        ? elementViolations(element, `${where}/elements/${index}`)
        : textViolations(`${where}/elements/${index}`, asText(element), 3000),
    ),
  ],
  actions: (block, where) => [
    ...required(`${where}/elements`, block.elements?.length),
    ...tooMany(`${where}/elements`, block.elements, 25),
    ...(block.elements ?? []).flatMap((element, index) =>
      elementViolations(element, `${where}/elements/${index}`),
    ),
  ],
  input: (block, where) => [
    ...required(`${where}/label`, block.label),
    ...required(`${where}/element`, block.element),
    ...plainViolations(`${where}/label`, block.label, 2000),
    ...plainViolations(`${where}/hint`, block.hint, 2000),
    ...(block.element ? elementViolations(block.element, `${where}/element`) : []),
  ],
  image: (block, where) => [
    ...required(`${where}/alt_text`, block.alt_text),
    ...tooLong(`${where}/image_url`, block.image_url, 3000),
    ...tooLong(`${where}/alt_text`, block.alt_text, 2000),
    ...plainViolations(`${where}/title`, block.title, 2000),
  ],
  markdown: (block, where) => required(`${where}/text`, typeof block.text === 'string' && block.text),
  table: tableViolations,
  data_visualization: chartViolations,
  rich_text: () => [],
  divider: () => [],
}

/** What Slack would refuse in one block. */
export function blockViolations(block: Block, where: string, kind: Kind): string[] {
  const rule = rules[block.type]
  if (!rule) return [`${where}: unknown block type ${block.type}`]
  if (kind !== 'message' && messageOnly.has(block.type)) return [`${where}: ${block.type} only in messages`]
  return [
    ...tooLong(`${where}/block_id`, block.block_id, 255),
    ...misplaced(block, where),
    ...rule(block, where),
  ]
}

/** The elements of a context are text objects themselves. */
function asText({ type, text }: Element): TextObject | undefined {
  return typeof text === 'string' ? { type, text } : text
}
