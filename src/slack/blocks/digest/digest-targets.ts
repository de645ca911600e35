import type { PlainTextOption } from '@slack/types'
import type { DigestNumbers } from '../../../domain/digest/figures.ts'
import { targetsOf } from '../../../domain/digest/targets.ts'
import { targetId, type Target } from '../../../domain/ledger/entry.ts'
import { plainText } from '../parts/elements.ts'
import type { Named } from './digest-names.ts'
import type { Reader } from '../parts/reader.ts'
import { targetName } from '../ledger/target-name.ts'
import { unescape } from '../parts/escape.ts'
import { slackLimits } from '../parts/slack-limits.ts'

/** The first option of a menu is for all leads. */
const mostOptions = slackLimits.options - 1

/** The targets a menu can hold, the first ones. */
export function menuTargets(figures: DigestNumbers): Target[] {
  return targetsOf(figures)
    .filter((target) => targetId(target).length <= slackLimits.optionValue)
    .slice(0, mostOptions)
}

/** A target as an option of a menu. */
export function targetOption(target: Target, reader: Reader, personas: Named[]): PlainTextOption {
  const text = unescape(targetName(target, reader, personas))
  return { text: plainText(text, slackLimits.option), value: targetId(target) }
}
