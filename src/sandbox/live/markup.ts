import { found, type Finding, type LiveKind } from './finding.ts'

/** How much Slack makes of a text by itself. */
export interface Parsing {
  /** Addresses that merely stand there become links; not with `verbatim: true` or `parse: 'none'`. */
  links: boolean
  /** `@here` and `#channel` become mentions. */
  names: boolean
}

/** https://docs.slack.dev/messaging/formatting-message-text: whatever else stands in angle brackets is a link. */
const brackets: [LiveKind, RegExp][] = [
  ['user', /^<@[UW]/],
  ['group', /^<!subteam\^/],
  ['everyone', /^<!(?:here|channel|everyone|group)\b/],
  ['date', /^<!date\^/],
  ['channel', /^<#[CGD]/],
]

const url = /(?:\b[a-z][a-z\d+.-]*:\/\/|\bwww\.|\b(?:mailto|tel|javascript|data):)\S+/giu
const domain = /(?<![@\w.-])(?:[\p{L}\p{N}-]+\.)+(?:com|org|net|io|dev|de|co|ly|example|test)\b/giu
const mail = /[\w.+-]+@[\p{L}\p{N}-]+(?:\.[\p{L}\p{N}-]+)+/giu
const name = /(?<![\p{L}\p{N}])(?:@(?:here|channel|everyone)|[@#][\p{L}\p{N}_-]{2,})/giu

const edge = (sign: string) =>
  new RegExp(
    String.raw`(?<![\p{L}\p{N}${sign}])${sign}(?=\S)[^${sign}\n]*(?<=\S)${sign}(?![\p{L}\p{N}${sign}])`,
    'gu',
  )
const formats: [LiveKind, RegExp][] = [
  ['code', /```[\s\S]*?```|`[^`\n]+`/gu],
  ['bold', edge(String.raw`\*`)],
  ['italic', edge('_')],
  ['strike', edge('~')],
  // Slack reads an escaped sign at the beginning of a line as a quote as well.
  ['quote', /^\s*(?:>|&gt;).*$/gmu],
  ['emoji', /:(?=[^:\s]*\p{L}|100:|1234:|[+-]1:)[\p{L}\p{M}\p{N}_'+-]+:/gu],
]

/** Everything in a `mrkdwn` text that Slack would turn into something. */
export function liveMarkup(text: string, parsing: Parsing): Finding[] {
  const inBrackets = found('link', text, /<[^<>\n]+>/gu).map(({ what }) => ({ kind: kindOf(what), what }))
  const bare = text.replaceAll(/<[^<>\n]+>/gu, ' ')
  return [
    ...inBrackets,
    ...found('entity', bare, /<|&(?!(?:amp|lt|gt);)\w{0,5};?/gu),
    ...(parsing.links ? [url, domain, mail].flatMap((pattern) => found('auto-link', bare, pattern)) : []),
    ...(parsing.names ? found('auto-name', bare, name) : []),
    ...formats.flatMap(([kind, pattern]) => found(kind, bare, pattern)),
  ]
}

function kindOf(what: string): LiveKind {
  return brackets.find(([, pattern]) => pattern.test(what))?.[0] ?? 'link'
}

/** A `markdown` block knows Slack's mentions, and markdown's links and headings besides. */
export function liveMarkdown(text: string): Finding[] {
  return [
    ...liveMarkup(text, { links: true, names: false }),
    ...found('link', text, /!?\[[^\]\n]*\]\([^)\n]*\)/gu),
    ...found('markdown', text, /^\s*(?:#{1,6}\s|[-*+]\s|\d+\.\s|\|).*$/gmu),
  ]
}
