import type { DigestNumbers } from '../../../domain/digest/figures.ts'
import { lineOf, type LedgerEntry, type LedgerLine } from '../../../domain/ledger/entry.ts'
import { windowsOf } from '../../../domain/ledger/measure.ts'
import type { Measurement } from '../../../domain/ledger/measurement.ts'
import { texts } from '../../text/index.ts'
import { rateText } from '../digest/digest-lines.ts'
import type { Named } from '../digest/digest-names.ts'
import { header, section } from '../parts/elements.ts'
import { bold, escape, joinLines, mention, type Escaped } from '../parts/escape.ts'
import type { Reader } from '../parts/reader.ts'
import type { Message } from '../parts/message.ts'
import { simpleMessage } from '../parts/simple-message.ts'
import { spoken } from '../parts/spoken.ts'
import { targetName } from './target-name.ts'
import { day, marked } from '../parts/wording.ts'

/** You said → we did: what came of earlier changes, and what is new. */
export function ledgerLines(
  { ledger: { made, measured } }: DigestNumbers,
  reader: Reader,
  personas: Named[],
): Escaped | null {
  const lines = [...measured, ...made].map((line) => ledgerLine(line, reader, personas))
  return lines.length === 0 ? null : joinLines([bold(marked(reader, 'digest.ledger')), ...lines])
}

/** The thread of a digest: somebody changed something, or puts it off. */
export function ledgerNote(entry: LedgerEntry, reader: Reader, personas: Named[]): Message {
  if (entry.kind === 'not-now')
    return simpleMessage(marked(reader, 'thread.notNow', { who: mention(entry.by) }))
  return simpleMessage(marked(reader, 'thread.changed', valuesOf(lineOf(entry), reader, personas)))
}

/** The ledger for one person, the newest first. */
export function ledgerList(entries: LedgerEntry[], reader: Reader, personas: Named[]): Message {
  if (entries.length === 0) return simpleMessage(marked(reader, 'digest.ledgerEmpty'))
  const title = texts(reader.language)('digest.ledgerTitle')
  const lines = entries.map((entry) =>
    entry.kind === 'changed'
      ? ledgerLine(lineOf(entry), reader, personas)
      : marked(reader, 'digest.ledgerPutOff', { who: mention(entry.by), week: escape(entry.week) }),
  )
  return {
    text: spoken([escape(title), ...lines]),
    blocks: [header(title), ...lines.map((line) => section(line))],
  }
}

function ledgerLine(line: LedgerLine, reader: Reader, personas: Named[]): Escaped {
  const values = valuesOf(line, reader, personas)
  if (line.measured === null) return marked(reader, 'digest.made', values)
  const key = line.target.by === 'reason' ? 'digest.measuredReason' : 'digest.measuredAcceptance'
  return marked(reader, key, { ...values, ...outcome(line.measured, reader) })
}

const outcome = ({ before, after, verdict }: Measurement, reader: Reader) => ({
  before: rateText(before, reader),
  after: rateText(after, reader),
  verdict: bold(marked(reader, `digest.verdict-${verdict}`)),
})

function valuesOf({ target, what, by, since: inForce }: LedgerLine, reader: Reader, personas: Named[]) {
  const since = new Date(inForce)
  return {
    target: targetName(target, reader, personas),
    what: escape(what.replaceAll(/\s+/g, ' '), 300),
    who: mention(by),
    since: day(since, reader),
    until: day(windowsOf({ since }).to, reader),
  }
}
