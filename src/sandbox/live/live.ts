import type { Args } from '../api/method.ts'
import { parseJson } from '../transport/parse-json.ts'
import type { LogRecord } from '../workspace/log.ts'
import { isSoft, type LiveKind } from './finding.ts'
import { liveMarkup } from './markup.ts'
import { liveText, liveWithin, type Found } from './places.ts'

/** A mention, a link, a format or a hidden sign in what the bot showed to people. */
export interface Live {
  kind: LiveKind
  what: string
  /** It changes only how a text looks. */
  isSoft: boolean
  /** The call that showed it; `response_url` and `ack` are ways to answer, too. */
  method: string
  /** The channel or person it was shown to. */
  to: string
  path: string
}

/** Everything live in what the bot showed, in the order of the traffic. */
export function liveIn(records: LogRecord[]): Live[] {
  return records.flatMap((record) => {
    const { method, args } = record.kind === 'call' ? record : { method: 'ack', args: record.answer ?? {} }
    const to = placeOf(args)
    return liveInCall(method, args).map((found) => ({ ...found, isSoft: isSoft(found.kind), method, to }))
  })
}

function placeOf(args: Args): string {
  const place = args['channel'] ?? args['channel_id'] ?? args['user_id']
  return typeof place === 'string' ? place : ''
}

/** Everything live in the arguments of one call. */
export function liveInCall(method: string, args: Args): Found[] {
  if (method.startsWith('files.')) return liveInFile(args)
  const isShown = /^(?:chat\.|views\.|response_url|ack)/.test(method)
  return isShown ? [...liveInMessage(args), ...liveWithin(args['view'], 'view')] : []
}

function liveInMessage({ text, parse, link_names: linkNames, blocks, attachments, errors }: Args): Found[] {
  const parsing = { links: parse !== 'none', names: isOn(linkNames) || parse === 'full' }
  return [
    ...(typeof text === 'string' ? liveText(text, 'text', (shown) => liveMarkup(shown, parsing)) : []),
    ...liveWithin(blocks, 'blocks'),
    ...liveWithin(attachments, 'attachments'),
    ...Object.entries(errors ?? {}).flatMap(([block, error]) => plainly(error, `errors/${block}`)),
  ]
}

function liveInFile({ filename, alt_text: alt, initial_comment: comment, files }: Args): Found[] {
  const parsing = { links: true, names: false }
  return [
    ...plainly(filename, 'filename'),
    ...plainly(alt, 'alt_text'),
    ...(typeof comment === 'string'
      ? liveText(comment, 'initial_comment', (shown) => liveMarkup(shown, parsing))
      : []),
    ...liveWithin(typeof files === 'string' ? parseJson(files) : files, 'files'),
  ]
}

/** A form says `true` as a word. */
const isOn = (value: unknown): boolean => [true, 1, 'true', '1'].some((yes) => yes === value)

const plainly = (text: unknown, path: string): Found[] =>
  typeof text === 'string' ? liveText(text, path, () => []) : []
