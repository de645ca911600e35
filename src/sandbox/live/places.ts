import type { Finding, LiveKind } from './finding.ts'
import { liveMarkdown, liveMarkup } from './markup.ts'
import { hiddenSigns } from './signs.ts'

/** Something live, and where in the payload it stands. */
export interface Found extends Finding {
  /** Such as `blocks/0/text/text`. */
  path: string
}

/** Texts that are shown outside of text objects, where nothing is markup. */
const plainKeys = new Set([
  'alt_text',
  'alt_txt',
  'accessibility_label',
  'title',
  'label',
  'name',
  'initial_value',
])
const hiddenKeys = new Set(['metadata', 'private_metadata', 'value', 'block_id', 'action_id', 'callback_id'])

/** The elements of rich text that are live by their type. */
const richKinds: Record<string, LiveKind> = {
  ...{ user: 'user', usergroup: 'group', broadcast: 'everyone', channel: 'channel' },
  ...{ date: 'date', link: 'link', emoji: 'emoji' },
}

/** Everything live in blocks, a view, or attachments. */
export function liveWithin(value: unknown, path: string): Found[] {
  if (Array.isArray(value)) return value.flatMap((child, index) => liveWithin(child, `${path}/${index}`))
  if (typeof value !== 'object' || value === null) return []
  const node = new Map<string, unknown>(Object.entries(value))
  const [type, text] = [String(node.get('type')), node.get('text')]
  if (typeof text === 'string') return liveText(text, `${path}/text`, readingOf(type, node))
  const kind = richKinds[type]
  if (kind) return [{ kind, what: JSON.stringify(value), path }]
  return [...node].flatMap(([key, child]) => liveField(key, child, `${path}/${key}`))
}

function liveField(key: string, child: unknown, path: string): Found[] {
  if (hiddenKeys.has(key)) return []
  if (typeof child !== 'string') return liveWithin(child, path)
  if (key === 'url') return [{ kind: 'link', what: child, path }]
  if (plainKeys.has(key)) return liveText(child, path, () => [])
  return key === 'pretext' || key === 'fallback' ? liveText(child, path, markup) : []
}

type Reading = (text: string) => Finding[]

const markup: Reading = (text) => liveMarkup(text, { links: true, names: true })
const verbatim: Reading = (text) => liveMarkup(text, { links: false, names: false })

/** How Slack reads the text of an object of this type. One without a type is an attachment. */
function readingOf(type: string, node: Map<string, unknown>): Reading {
  switch (type) {
    case 'mrkdwn':
      return node.get('verbatim') === true ? verbatim : markup
    case 'markdown':
      return liveMarkdown
    case 'plain_text':
      return node.get('emoji') === false ? () => [] : emojiOnly
    case 'raw_text':
    case 'text':
      return () => []
    default:
      return markup
  }
}

const emojiOnly: Reading = (text) => verbatim(text).filter(({ kind }) => kind === 'emoji')

/** Everything live in one text at its place. */
export function liveText(text: string, path: string, reading: Reading): Found[] {
  return [...reading(text), ...hiddenSigns(text)].map((finding) => ({ ...finding, path }))
}
