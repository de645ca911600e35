import type { ModalView } from '@slack/types'
import type { DigestNumber } from '../../../domain/digest/number.ts'
import { rateNames } from '../../../domain/digest/number.ts'
import type { ListedLead } from '../../../domain/privacy/shown-lead.ts'
import type { Rate } from '../../../domain/statistics/wilson.ts'
import { texts } from '../../text/index.ts'
import { rateText } from './digest-lines.ts'
import type { Named } from './digest-names.ts'
import { context, divider, header, plainText, section } from '../parts/elements.ts'
import { bold, joinLines, type Escaped } from '../parts/escape.ts'
import { leadLines } from '../card/lead-list.ts'
import type { Reader } from '../parts/reader.ts'
import { targetName } from '../ledger/target-name.ts'
import { marked } from '../parts/wording.ts'
import { slackLimits } from '../parts/slack-limits.ts'

interface Explained {
  number: DigestNumber
  rate: Rate | null
  leads: ListedLead[]
}

/** Why a number is what it is: its formula, its n, its interval, and the leads behind it. */
export function whyModal({ number, rate, leads }: Explained, reader: Reader, personas: Named[]): ModalView {
  const t = texts(reader.language)
  const result = rate
    ? marked(reader, 'why.count', { rate: rateText(rate, reader), of: rate.of })
    : marked(reader, 'why.gone')
  const more = leadLines(leads, reader, marked(reader, 'why.none'))
  return {
    type: 'modal',
    title: plainText(t('why.title'), slackLimits.modalTitle),
    close: plainText(t('why.close'), slackLimits.modalButton),
    blocks: [
      section(joinLines([bold(nameOf(number, reader, personas)), formula(number, reader), result])),
      context(marked(reader, 'why.interval')),
      divider(),
      header(t('why.leads')),
      ...more,
      context(marked(reader, 'why.asPosted')),
    ],
  }
}

function nameOf(number: DigestNumber, reader: Reader, personas: Named[]): Escaped {
  if ('key' in number) return targetName({ by: number.name, key: number.key }, reader, personas)
  return marked(reader, `why.name-${number.name}`)
}

function formula({ name }: DigestNumber, reader: Reader): Escaped {
  const rate = rateNames.find((known) => known === name)
  return marked(reader, rate ? `why.${rate}` : name === 'reason' ? 'why.reason' : 'why.slice')
}
