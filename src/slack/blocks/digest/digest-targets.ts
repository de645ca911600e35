import type { PlainTextOption } from '@slack/types'
import type { DigestFigures } from '../../../domain/digest/figures.ts'
import { targetsOf } from '../../../domain/digest/targets.ts'
import { targetId, type Target } from '../../../domain/ledger/entry.ts'
import { plainText } from '../parts/elements.ts'
import type { Named } from './digest-names.ts'
import type { Look } from '../parts/look.ts'
import { targetName } from '../ledger/target-name.ts'
import { unescape } from '../parts/escape.ts'

/** Slack's limits of a menu, less the first option. */
const mostOptions = 99
const mostCharacters = 75

/** The targets a menu can hold, the first ones. */
export function menuTargets(figures: DigestFigures): Target[] {
  return targetsOf(figures)
    .filter((target) => targetId(target).length <= mostCharacters)
    .slice(0, mostOptions)
}

/** A target as an option of a menu. */
export function targetOption(target: Target, look: Look, personas: Named[]): PlainTextOption {
  const text = unescape(targetName(target, look, personas))
  return { text: plainText(text, 75), value: targetId(target) }
}
