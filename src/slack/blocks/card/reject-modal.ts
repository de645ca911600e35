import type { InputBlock, ModalView, PlainTextOption } from '@slack/types'
import { say } from '../../../domain/text/language.ts'
import type { Lead } from '../../../domain/lead/lead.ts'
import { fieldOf, leadFields } from '../../../domain/lead/lead-details.ts'
import { longestFact, longestNote, type Reason } from '../../../domain/handoff/reasons.ts'
import { actions, rejectFields, views } from '../../ids.ts'
import { texts, type TextKey } from '../../text/index.ts'
import { plainText, section } from '../parts/elements.ts'
import { bold, escape } from '../parts/escape.ts'
import { leadName } from './lead-name.ts'
import type { Look } from '../parts/look.ts'

interface Asked {
  /** The code of the reason that was chosen. */
  chosen?: string | undefined
  /** Whether a channel it would stand in is shared with another organisation, and does not show it. */
  noteKeptBack: boolean
}

/**
 * Why a lead is sent back: a reason, then what that reason asks for, pre-filled from the lead, and a note. Choosing a
 * reason draws it anew.
 */
export function rejectModal(lead: Lead, look: Look, { chosen, noteKeptBack }: Asked): ModalView {
  const t = texts(look.language)
  const reason = look.playbook.reasons.find(({ code, retired }) => code === chosen && !retired)
  return {
    type: 'modal',
    callback_id: views.reject,
    private_metadata: JSON.stringify({ handoffId: lead.handoff?.id ?? '' }),
    title: plainText(t('reject.title'), 24),
    submit: plainText(t('reject.submit'), 24),
    close: plainText(t('reject.cancel'), 24),
    blocks: [
      section(bold(escape(leadName(lead, look)))),
      reasonInput(look, reason),
      ...(reason ? evidenceInputs(lead, reason, look) : []),
      noteInput(look, reason?.noteRequired ?? false, noteKeptBack),
    ],
  }
}

/** Only reasons in use; a select holds at most 100 options. */
function reasonInput(look: Look, chosen: Reason | undefined): InputBlock {
  const t = texts(look.language)
  const optionOf = ({ code, label }: Reason): PlainTextOption => ({
    text: plainText(say(label, look.language), 75),
    value: code,
  })
  const reasons = look.playbook.reasons.filter(({ retired }) => !retired).slice(0, 100)
  return {
    type: 'input',
    block_id: rejectFields.reason,
    dispatch_action: true,
    label: plainText(t('reject.reason'), 2000),
    element: {
      type: 'static_select',
      action_id: actions.rejectReason,
      placeholder: plainText(t('reject.choose'), 150),
      options: reasons.map(optionOf),
      ...(chosen && { initial_option: optionOf(chosen) }),
    },
  }
}

function evidenceInputs(lead: Lead, { code, evidence }: Reason, look: Look): InputBlock[] {
  const t = texts(look.language)
  const asked = evidence.ask && say(evidence.ask, look.language)
  switch (evidence.kind) {
    case 'none':
      return []
    case 'text':
      return [textInput(`${rejectFields.actual}:${code}`, asked ?? t('reject.text'), !evidence.required)]
    case 'attribute':
      return [
        attributeInput(lead, { code, evidence, label: asked ?? t('reject.attribute') }, look),
        textInput(`${rejectFields.actual}:${code}`, t('reject.actual'), true),
      ]
  }
}

/** The block carries the reason it was drawn for: Slack would otherwise keep what was entered for another one. */
function attributeInput(
  lead: Lead,
  { code, evidence, label }: Pick<Reason, 'code' | 'evidence'> & { label: string },
  look: Look,
): InputBlock {
  const options = leadFields.map((field) => attributeOption(lead, field, look))
  const initial = options.find(({ value }) => value === evidence.suggests)
  return {
    type: 'input',
    block_id: `${rejectFields.attribute}:${code}`,
    optional: !evidence.required,
    label: plainText(label, 2000),
    element: {
      type: 'static_select',
      action_id: rejectFields.attribute,
      options,
      ...(initial && { initial_option: initial }),
    },
  }
}

function attributeOption(lead: Lead, field: string, look: Look): PlainTextOption {
  const t = texts(look.language)
  const [name, value] = [t(`field.${field}` as TextKey), fieldOf(lead.details, field)]
  const text =
    value === null ? t('reject.notStated', { field: name }) : t('reject.fact', { field: name, value })
  return { text: plainText(text.replaceAll(/\s+/g, ' '), 75), value: field }
}

function noteInput(look: Look, required: boolean, keptBack: boolean): InputBlock {
  const t = texts(look.language)
  return {
    ...textInput(rejectFields.note, t('reject.note'), !required, longestNote),
    hint: plainText(t(keptBack ? 'reject.noteKeptBack' : 'reject.noteHint'), 2000),
  }
}

function textInput(
  blockId: string,
  label: string,
  ...[optional, maxLength = longestFact]: [boolean, number?]
): InputBlock {
  return {
    type: 'input',
    block_id: blockId,
    optional,
    label: plainText(label, 2000),
    element: {
      type: 'plain_text_input',
      action_id: blockId.split(':')[0] ?? blockId,
      multiline: maxLength > longestFact,
      max_length: maxLength,
    },
  }
}
