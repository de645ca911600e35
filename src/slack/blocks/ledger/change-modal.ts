import type { ModalView } from '@slack/types'
import type { DigestFigures } from '../../../domain/digest/figures.ts'
import { longestChange } from '../../../domain/ledger/entry.ts'
import { changeFields, views } from '../../ids.ts'
import { texts } from '../../text/index.ts'
import type { Named } from '../digest/digest-names.ts'
import { menuTargets, targetOption } from '../digest/digest-targets.ts'
import { plainText } from '../parts/elements.ts'
import type { Look } from '../parts/look.ts'

/** What the modal is about: one answer, to one digest. */
interface About {
  id: string
  figures: DigestFigures
  /** `yyyy-MM-dd`, in the workspace's zone. */
  today: string
}

/** Marketing says what it changed, where, and since when. */
export function changeModal({ id, figures, today }: About, look: Look, personas: Named[]): ModalView {
  const t = texts(look.language)
  const all = targetOption({ by: 'all', key: '' }, look, personas)
  const options = [all, ...menuTargets(figures).map((target) => targetOption(target, look, personas))]
  return {
    type: 'modal',
    callback_id: views.change,
    private_metadata: JSON.stringify({ id, week: figures.week }),
    title: plainText(t('change.title'), 24),
    submit: plainText(t('change.submit'), 24),
    close: plainText(t('change.cancel'), 24),
    blocks: [
      {
        type: 'input',
        block_id: changeFields.target,
        label: plainText(t('change.target'), 2000),
        element: { type: 'static_select', action_id: changeFields.target, options, initial_option: all },
      },
      {
        type: 'input',
        block_id: changeFields.what,
        label: plainText(t('change.what'), 2000),
        hint: plainText(t('change.whatHint'), 2000),
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
        label: plainText(t('change.since'), 2000),
        hint: plainText(t('change.sinceHint'), 2000),
        element: { type: 'datepicker', action_id: changeFields.since, initial_date: today },
      },
    ],
  }
}
