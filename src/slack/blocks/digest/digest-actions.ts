import type { ActionsBlock, PlainTextOption, StaticSelect } from '@slack/types'
import type { CohortFilter } from '../../../domain/digest/cohort.ts'
import type { DigestNumbers } from '../../../domain/digest/figures.ts'
import { numberId, rateNames, rateOf, type RateName } from '../../../domain/digest/number.ts'
import { actions } from '../../ids.ts'
import { texts, type TextKey } from '../../text/index.ts'
import type { Named } from './digest-names.ts'
import { menuTargets, targetOption } from './digest-targets.ts'
import { actionRow, button, plainText } from '../parts/elements.ts'
import type { Reader } from '../parts/reader.ts'
import { slackLimits } from '../parts/slack-limits.ts'

/** Which week's cohort a digest's buttons are about, narrowed down or not. */
export interface Scope {
  week: string
  filter: CohortFilter
}

/** "Why this number?" below every digest; "We changed this…" and "Not now" below one that everybody reads. */
export function digestActions(
  figures: DigestNumbers,
  reader: Reader,
  { personas, filter }: { personas: Named[]; filter: CohortFilter | 'posted' },
): ActionsBlock | null {
  const t = texts(reader.language)
  const { week } = figures
  const blockId = scopeId({ week, filter: filter === 'posted' ? {} : filter })
  if (blockId.length > slackLimits.blockId) return null
  const answers = [
    button({ id: actions.changed, text: t('digest.changed'), value: week, style: 'primary' }),
    button({ id: actions.notNow, text: t('digest.notNow'), value: week }),
  ]
  const row = actionRow(blockId, ...(filter === 'posted' ? answers : []))
  return { ...row, elements: [...row.elements, whyMenu(figures, reader, personas)] }
}

function whyMenu(figures: DigestNumbers, reader: Reader, personas: Named[]): StaticSelect {
  const t = texts(reader.language)
  const known = rateNames.filter((name) => (rateOf({ name }, figures)?.of ?? 0) > 0)
  const rates = known.map((name): PlainTextOption => ({
    text: plainText(t(nameKey(name)), slackLimits.option),
    value: numberId({ name }),
  }))
  const targets = menuTargets(figures).slice(0, slackLimits.options - rates.length)
  const options = [...rates, ...targets.map((target) => targetOption(target, reader, personas))]
  return {
    type: 'static_select',
    action_id: actions.why,
    placeholder: plainText(t('digest.why'), slackLimits.placeholder),
    options,
  }
}

const nameKey = (name: RateName): TextKey => `why.name-${name}`

const scopeId = ({ week, filter }: Scope): string =>
  `digest?${new URLSearchParams({ week, ...filter }).toString()}`
