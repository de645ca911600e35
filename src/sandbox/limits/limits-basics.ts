import { interactiveOf, type Block, type TextObject } from './block-types.ts'

export function tooLong(where: string, text: string | undefined, limit: number): string[] {
  return text !== undefined && text.length > limit ? [`${where}: longer than ${limit} characters`] : []
}

export function tooMany(where: string, list: unknown[] | undefined, limit: number): string[] {
  return list && list.length > limit ? [`${where}: more than ${limit}`] : []
}

export function required(where: string, value: unknown): string[] {
  return value ? [] : [`${where}: is required`]
}

/** A text object: its type, not empty, and its limit. */
export function textViolations(
  where: string,
  text: TextObject | string | undefined,
  limit: number,
): string[] {
  if (text === undefined) return []
  const isText = typeof text === 'object' && (text.type === 'plain_text' || text.type === 'mrkdwn')
  if (!isText || typeof text.text !== 'string') return [`${where}: not a text object`]
  return [...(text.text.length === 0 ? [`${where}: empty`] : []), ...tooLong(where, text.text, limit)]
}

/** A text object that takes no formatting: titles, labels, buttons. */
export function plainViolations(
  where: string,
  text: TextObject | string | undefined,
  limit: number,
): string[] {
  const isFormatted = typeof text === 'object' && text.type === 'mrkdwn'
  return [...textViolations(where, text, limit), ...(isFormatted ? [`${where}: must be plain_text`] : [])]
}

/** Block ids are unique in a message or view, action ids within a block. */
export function idViolations(blocks: Block[]): string[] {
  const blockIds = blocks.flatMap((block) => block.block_id ?? [])
  const perBlock = blocks.flatMap((block, index) =>
    repeated(interactiveOf(block).flatMap((element) => element.action_id ?? [])).map(
      (id) => `blocks/${index}: action_id ${id} twice`,
    ),
  )
  return [...repeated(blockIds).map((id) => `block_id ${id} twice`), ...perBlock]
}

function repeated(ids: string[]): string[] {
  return ids.filter((id, index) => ids.indexOf(id) !== index)
}
