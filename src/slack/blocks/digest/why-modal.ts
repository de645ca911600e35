import type { ModalView } from '@slack/types'
import type { DigestNumber } from '../../../domain/digest/number.ts'
import { rateNames } from '../../../domain/digest/number.ts'
import type { Lead } from '../../../domain/lead/lead.ts'
import type { Rate } from '../../../domain/statistics/wilson.ts'
import { texts } from '../../text/index.ts'
import { rateText } from './digest-lines.ts'
import type { Named } from './digest-names.ts'
import { context, divider, header, plainText, section } from '../parts/elements.ts'
import { bold, joinLines, type Escaped } from '../parts/escape.ts'
import { leadLines } from '../card/lead-list.ts'
import type { Look } from '../parts/look.ts'
import { targetName } from '../ledger/target-name.ts'
import { marked } from '../parts/wording.ts'

interface Explained {
  number: DigestNumber
  rate: Rate | null
  leads: Lead[]
}

/** Why a number is what it is: its formula, its n, its interval, and the leads behind it. */
export function whyModal({ number, rate, leads }: Explained, look: Look, personas: Named[]): ModalView {
  const t = texts(look.language)
  const result = rate
    ? marked(look, 'why.count', { rate: rateText(rate, look), of: rate.of })
    : marked(look, 'why.gone')
  const more = leadLines(leads, look, marked(look, 'why.none'))
  return {
    type: 'modal',
    title: plainText(t('why.title'), 24),
    close: plainText(t('why.close'), 24),
    blocks: [
      section(joinLines([bold(nameOf(number, look, personas)), formula(number, look), result])),
      context(marked(look, 'why.interval')),
      divider(),
      header(t('why.leads')),
      ...more,
      context(marked(look, 'why.asPosted')),
    ],
  }
}

function nameOf(number: DigestNumber, look: Look, personas: Named[]): Escaped {
  if ('key' in number) return targetName({ by: number.name, key: number.key }, look, personas)
  return marked(look, `why.name-${number.name}`)
}

function formula({ name }: DigestNumber, look: Look): Escaped {
  const rate = rateNames.find((known) => known === name)
  return marked(look, rate ? `why.${rate}` : name === 'reason' ? 'why.reason' : 'why.slice')
}
