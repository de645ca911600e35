import { styleText } from 'node:util'
import { z } from 'zod'
import { drawText, wrap, type Names } from './draw-text.ts'

const textSchema = z.looseObject({ text: z.string() })
const elementSchema = z.looseObject({
  type: z.string(),
  text: z.union([z.string(), textSchema]).optional(),
  placeholder: textSchema.optional(),
  style: z.string().optional(),
})
type Element = z.infer<typeof elementSchema>
const blockSchema = z.looseObject({
  type: z.string(),
  text: z.union([z.string(), textSchema]).optional(),
  fields: z.array(textSchema).optional(),
  elements: z.array(elementSchema).optional(),
  accessory: elementSchema.optional(),
})
type Block = z.infer<typeof blockSchema>

const width = 96

/** A message's blocks as lines of text, the way a person sees them. */
export function drawBlocks(blocks: unknown, names: Names): string[] {
  return z
    .array(blockSchema)
    .parse(blocks)
    .flatMap((block) => drawBlock(block, names))
}

function drawBlock(block: Block, names: Names): string[] {
  if (block.type === 'divider') return [styleText('dim', '─'.repeat(24))]
  if (block.type === 'actions') return [(block.elements ?? []).map(drawElement).join('  ')]
  if (block.type === 'context') return paragraph(join(block.elements), names).map((l) => styleText('dim', l))
  const text = paragraph(wordsOf(block.text), names)
  const fields = (block.fields ?? []).flatMap((field) => paragraph(field.text.replaceAll('\n', ' '), names))
  const accessory = block.accessory ? [drawElement(block.accessory)] : []
  return [
    ...(block.type === 'header' ? text.map((l) => styleText('bold', l)) : text),
    ...fields,
    ...accessory,
  ]
}

const join = (elements: Element[] | undefined): string =>
  (elements ?? []).map((e) => wordsOf(e.text)).join(' · ')

function drawElement(element: Element): string {
  const label = wordsOf(element.text) || wordsOf(element.placeholder) || element.type
  return element.style === 'primary' ? styleText('bold', `[ ${label} ]`) : `[ ${label} ]`
}

function wordsOf(text: string | { text: string } | undefined): string {
  return typeof text === 'string' ? text : (text?.text ?? '')
}

function paragraph(text: string, names: Names): string[] {
  return text === '' ? [] : wrap(text, width).map((line) => drawText(line, names))
}
