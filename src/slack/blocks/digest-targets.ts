import type { PlainTextOption } from '@slack/types'
import { slicesNamed } from '../../domain/digest/number.ts'
import { sliceKinds } from '../../domain/digest/slice-kind.ts'
import type { DigestFigures } from '../../domain/digest/figures.ts'
import { targetId, type Target } from '../../domain/ledger/entry.ts'
import { plainText } from './elements.ts'
import type { Named } from './digest-names.ts'
import type { Look } from './look.ts'
import { targetName } from './target-name.ts'
import { unescape } from './escape.ts'

/** Slack's limits of a menu, less the first option. */
const mostOptions = 99
const mostCharacters = 75

/** What may be changed or asked about: everything a digest counts, most leads lost first, then its reasons. */
export function targetsOf(figures: DigestFigures): Target[] {
  const slices = sliceKinds.flatMap((by) => slicesNamed(by, figures).map((slice) => ({ ...slice, by })))
  const bySlices = slices.toSorted((a, b) => b.lost - a.lost).map(({ by, key }): Target => ({ by, key }))
  const byReasons = figures.reasons.map(({ code }): Target => ({ by: 'reason', key: code }))
  const fitting = [...byReasons, ...bySlices].filter((target) => targetId(target).length <= mostCharacters)
  return fitting.slice(0, mostOptions)
}

/** A target as an option of a menu. */
export function targetOption(target: Target, look: Look, personas: Named[]): PlainTextOption {
  const text = unescape(targetName(target, look, personas))
  return { text: plainText(text, 75), value: targetId(target) }
}
