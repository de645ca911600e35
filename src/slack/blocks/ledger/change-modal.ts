import type { ModalView } from '@slack/types'
import type { DigestNumbers } from '../../../domain/digest/figures.ts'
import { longestChange } from '../../../domain/ledger/entry.ts'
import { changeFields, views } from '../../ids.ts'
import { texts } from '../../text/index.ts'
import type { Named } from '../digest/digest-names.ts'
import { menuTargets, targetOption } from '../digest/digest-targets.ts'
import { plainText } from '../parts/elements.ts'
import type { Reader } from '../parts/reader.ts'
import { slackLimits } from '../parts/slack-limits.ts'

/** What the modal is about: one answer, to one digest. */
interface About {
  id: string
  figures: DigestNumbers
  /** `yyyy-MM-dd`, in the workspace's zone. */
  today: string
}

/** Marketing says what it changed, where, and since when. */
export function changeModal({ id, figures, today }: About, reader: Reader, personas: Named[]): ModalView {
  const t = texts(reader.language)
  const all = targetOption({ by: 'all', key: '' }, reader, personas)
  const options = [all, ...menuTargets(figures).map((target) => targetOption(target, reader, personas))]
  return {
    type: 'modal',
    callback_id: views.change,
    private_metadata: JSON.stringify({ id, week: figures.week }),
    title: plainText(t('change.title'), slackLimits.modalTitle),
    submit: plainText(t('change.submit'), slackLimits.modalButton),
    close: plainText(t('change.cancel'), slackLimits.modalButton),
    blocks: [
      {
        type: 'input',
        block_id: changeFields.target,
        label: plainText(t('change.target'), slackLimits.label),
        element: { type: 'static_select', action_id: changeFields.target, options, initial_option: all },
      },
      {
        type: 'input',
        block_id: changeFields.what,
        label: plainText(t('change.what'), slackLimits.label),
        hint: plainText(t('change.whatHint'), slackLimits.hint),
        element: {
          type: 'plain_text_input',
          action_id: changeFields.what,
          multiline: true,
          max_length: longestChange,
        },
      },
      {
        type: 'input',
        block_id: changeFields.since,
        label: plainText(t('change.since'), slackLimits.label),
        hint: plainText(t('change.sinceHint'), slackLimits.hint),
        element: { type: 'datepicker', action_id: changeFields.since, initial_date: today },
      },
    ],
  }
}
