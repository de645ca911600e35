import type { InputBlock, ModalView, PlainTextOption } from '@slack/types'
import { say } from '../../../domain/text/language.ts'
import type { Lead, LeadRound } from '../../../domain/lead/lead.ts'
import { fieldOf, leadFields } from '../../../domain/lead/lead-details.ts'
import { longestFact, longestNote, type Reason } from '../../../domain/handoff/reasons.ts'
import { actions, rejectFields, views } from '../../ids.ts'
import { texts, type TextKey } from '../../text/index.ts'
import { plainText, section } from '../parts/elements.ts'
import { bold, escape } from '../parts/escape.ts'
import { leadName } from './lead-name.ts'
import type { Reader } from '../parts/reader.ts'
import { slackLimits } from '../parts/slack-limits.ts'

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
export function rejectModal(
  { lead, handoff }: LeadRound,
  reader: Reader,
  { chosen, noteKeptBack }: Asked,
): ModalView {
  const t = texts(reader.language)
  const reason = reader.playbook.reasons.find(({ code, retired }) => code === chosen && !retired)
  return {
    type: 'modal',
    callback_id: views.reject,
    private_metadata: JSON.stringify({ handoffId: handoff.id }),
    title: plainText(t('reject.title'), slackLimits.modalTitle),
    submit: plainText(t('reject.submit'), slackLimits.modalButton),
    close: plainText(t('reject.cancel'), slackLimits.modalButton),
    blocks: [
      section(bold(escape(leadName(lead, reader)))),
      reasonInput(reader, reason),
      ...(reason ? evidenceInputs(lead, reason, reader) : []),
      noteInput(reader, reason?.noteRequired ?? false, noteKeptBack),
    ],
  }
}

/** Only reasons in use; a select holds at most 100 options. */
function reasonInput(reader: Reader, chosen: Reason | undefined): InputBlock {
  const t = texts(reader.language)
  const optionOf = ({ code, label }: Reason): PlainTextOption => ({
    text: plainText(say(label, reader.language), slackLimits.option),
    value: code,
  })
  const reasons = reader.playbook.reasons.filter(({ retired }) => !retired).slice(0, slackLimits.options)
  return {
    type: 'input',
    block_id: rejectFields.reason,
    dispatch_action: true,
    label: plainText(t('reject.reason'), slackLimits.label),
    element: {
      type: 'static_select',
      action_id: actions.rejectReason,
      placeholder: plainText(t('reject.choose'), slackLimits.placeholder),
      options: reasons.map(optionOf),
      ...(chosen && { initial_option: optionOf(chosen) }),
    },
  }
}

function evidenceInputs(lead: Lead, { code, evidence }: Reason, reader: Reader): InputBlock[] {
  const t = texts(reader.language)
  const asked = evidence.ask && say(evidence.ask, reader.language)
  switch (evidence.kind) {
    case 'none':
      return []
    case 'text':
      return [textInput(`${rejectFields.actual}:${code}`, asked ?? t('reject.text'), !evidence.required)]
    case 'attribute':
      return [
        attributeInput(lead, { code, evidence, label: asked ?? t('reject.attribute') }, reader),
        textInput(`${rejectFields.actual}:${code}`, t('reject.actual'), true),
      ]
  }
}

/** The block carries the reason it was drawn for: Slack would otherwise keep what was entered for another one. */
function attributeInput(
  lead: Lead,
  { code, evidence, label }: Pick<Reason, 'code' | 'evidence'> & { label: string },
  reader: Reader,
): InputBlock {
  const options = leadFields.map((field) => attributeOption(lead, field, reader))
  const initial = options.find(({ value }) => value === evidence.suggests)
  return {
    type: 'input',
    block_id: `${rejectFields.attribute}:${code}`,
    optional: !evidence.required,
    label: plainText(label, slackLimits.label),
    element: {
      type: 'static_select',
      action_id: rejectFields.attribute,
      options,
      ...(initial && { initial_option: initial }),
    },
  }
}

function attributeOption(lead: Lead, field: string, reader: Reader): PlainTextOption {
  const t = texts(reader.language)
  const [name, value] = [t(`field.${field}` as TextKey), fieldOf(lead.details, field)]
  const text =
    value === null ? t('reject.notStated', { field: name }) : t('reject.fact', { field: name, value })
  return { text: plainText(text.replaceAll(/\s+/g, ' '), slackLimits.option), value: field }
}

function noteInput(reader: Reader, required: boolean, keptBack: boolean): InputBlock {
  const t = texts(reader.language)
  return {
    ...textInput(rejectFields.note, t('reject.note'), !required, longestNote),
    hint: plainText(t(keptBack ? 'reject.noteKeptBack' : 'reject.noteHint'), slackLimits.hint),
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
    label: plainText(label, slackLimits.label),
    element: {
      type: 'plain_text_input',
      action_id: blockId.split(':')[0] ?? blockId,
      multiline: maxLength > longestFact,
      max_length: maxLength,
    },
  }
}
