import type { DigestFigures } from '../../../domain/digest/figures.ts'
import { lineOf, type LedgerEntry, type LedgerLine } from '../../../domain/ledger/entry.ts'
import { windowsOf } from '../../../domain/ledger/measure.ts'
import type { Measurement } from '../../../domain/ledger/measurement.ts'
import { texts } from '../../text/index.ts'
import { rateText } from '../digest/digest-lines.ts'
import type { Named } from '../digest/digest-names.ts'
import { header, section } from '../parts/elements.ts'
import { bold, escape, joinLines, mention, type Escaped } from '../parts/escape.ts'
import type { Look, Message } from '../parts/look.ts'
import { simpleMessage } from '../parts/simple-message.ts'
import { spoken } from '../parts/spoken.ts'
import { targetName } from './target-name.ts'
import { day, marked } from '../parts/wording.ts'

/** You said → we did: what came of earlier changes, and what is new. */
export function ledgerLines(
  { ledger: { made, measured } }: DigestFigures,
  look: Look,
  personas: Named[],
): Escaped | null {
  const lines = [...measured, ...made].map((line) => ledgerLine(line, look, personas))
  return lines.length === 0 ? null : joinLines([bold(marked(look, 'digest.ledger')), ...lines])
}

/** The thread of a digest: somebody changed something, or puts it off. */
export function ledgerNote(entry: LedgerEntry, look: Look, personas: Named[]): Message {
  if (entry.kind === 'not-now')
    return simpleMessage(marked(look, 'thread.notNow', { who: mention(entry.by) }))
  return simpleMessage(marked(look, 'thread.changed', valuesOf(lineOf(entry), look, personas)))
}

/** The ledger for one person, the newest first. */
export function ledgerList(entries: LedgerEntry[], look: Look, personas: Named[]): Message {
  if (entries.length === 0) return simpleMessage(marked(look, 'digest.ledgerEmpty'))
  const title = texts(look.language)('digest.ledgerTitle')
  const lines = entries.map((entry) =>
    entry.kind === 'changed'
      ? ledgerLine(lineOf(entry), look, personas)
      : marked(look, 'digest.ledgerPutOff', { who: mention(entry.by), week: escape(entry.week) }),
  )
  return {
    text: spoken([escape(title), ...lines]),
    blocks: [header(title), ...lines.map((line) => section(line))],
  }
}

function ledgerLine(line: LedgerLine, look: Look, personas: Named[]): Escaped {
  const values = valuesOf(line, look, personas)
  if (line.measured === null) return marked(look, 'digest.made', values)
  const key = line.target.by === 'reason' ? 'digest.measuredReason' : 'digest.measuredAcceptance'
  return marked(look, key, { ...values, ...outcome(line.measured, look) })
}

const outcome = ({ before, after, verdict }: Measurement, look: Look) => ({
  before: rateText(before, look),
  after: rateText(after, look),
  verdict: bold(marked(look, `digest.verdict-${verdict}`)),
})

function valuesOf({ target, what, by, since: inForce }: LedgerLine, look: Look, personas: Named[]) {
  const since = new Date(inForce)
  return {
    target: targetName(target, look, personas),
    what: escape(what.replaceAll(/\s+/g, ' '), 300),
    who: mention(by),
    since: day(since, look),
    until: day(windowsOf({ since }).to, look),
  }
}
