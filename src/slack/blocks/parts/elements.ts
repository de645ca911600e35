import type {
  ActionsBlock,
  Button,
  ContextBlock,
  DividerBlock,
  HeaderBlock,
  PlainTextElement,
  SectionBlock,
} from '@slack/types'
import { cutMarkup, plain, type Escaped } from './escape.ts'
import { slackLimits } from './slack-limits.ts'

/** Slack refuses an empty text. */
const nothing = '–'

/** Text in which nothing is markup, within the limit of its place. */
export function plainText(text: string, limit: number): PlainTextElement {
  return { type: 'plain_text', text: plain(text, limit) || nothing, emoji: false }
}

export function header(text: string): HeaderBlock {
  return { type: 'header', text: plainText(text, slackLimits.header) }
}

/** `verbatim`: Slack makes no link of what merely looks like one. */
export function section(text: Escaped): SectionBlock {
  return {
    type: 'section',
    text: { type: 'mrkdwn', text: within(text, slackLimits.section), verbatim: true },
  }
}

/** A line in which nothing is markup, to be read and copied letter by letter. */
export function literal(text: string): SectionBlock {
  return { type: 'section', text: plainText(text, slackLimits.section) }
}

/** Short texts side by side, two in a row where there is room. */
export function fields(texts: Escaped[]): SectionBlock {
  return {
    type: 'section',
    fields: texts
      .slice(0, slackLimits.fields)
      .map((text) => ({ type: 'mrkdwn', text: within(text, slackLimits.field), verbatim: true })),
  }
}

export function context(...texts: Escaped[]): ContextBlock {
  const elements = texts.filter((text) => text !== '').slice(0, slackLimits.contextElements)
  return {
    type: 'context',
    elements: elements.map((text) => ({
      type: 'mrkdwn',
      text: within(text, slackLimits.contextElement),
      verbatim: true,
    })),
  }
}

export const divider = (): DividerBlock => ({ type: 'divider' })

export function actionRow(blockId: string, ...buttons: Button[]): ActionsBlock {
  return { type: 'actions', block_id: blockId, elements: buttons }
}

interface ButtonOptions {
  id: string
  text: string
  value: string
  style?: 'primary' | 'danger'
  /** What a screen reader says instead of the text. */
  label?: string
}

export function button({ id, text, value, style, label }: ButtonOptions): Button {
  return {
    type: 'button',
    action_id: id,
    text: plainText(text, slackLimits.button),
    value,
    ...(style && { style }),
    ...(label !== undefined && { accessibility_label: plain(label, slackLimits.accessibilityLabel) }),
  }
}

/** Whole lines, as many as fit. Parts are cut to their own limits before; this keeps their sum within Slack's. */
function within(text: Escaped, limit: number): string {
  if (text.length <= limit) return text
  const lines = text.split('\n')
  while (lines.length > 1 && lines.join('\n').length > limit - 2) lines.pop()
  return `${cutMarkup(lines.join('\n'), limit - 2)}\n…`
}
