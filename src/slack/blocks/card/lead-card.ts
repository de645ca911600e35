import type { Button, KnownBlock } from '@slack/types'
import type { ShownRound } from '../../../domain/privacy/shown-lead.ts'
import { actions } from '../../ids.ts'
import { texts } from '../../text/index.ts'
import { clockLine, duplicatesLine, originLine, personaLines, whoLine, whyLines } from './card-facts.ts'
import { decisionLines, lastLine } from './decision.ts'
import { actionRow, button, context, header, section } from '../parts/elements.ts'
import { escape, type Escaped } from '../parts/escape.ts'
import { leadName } from './lead-name.ts'
import type { Reader } from '../parts/reader.ts'
import type { Message } from '../parts/message.ts'
import { spoken } from '../parts/spoken.ts'
import { marked } from '../parts/wording.ts'

/**
 * A lead in the shared channel: who, why it qualified, which persona, where from, until when, and what became of it.
 * E-mail and phone are never on it.
 */
export function leadCard(round: ShownRound, reader: Reader): Message {
  const { lead, handoff } = round
  const name = leadName(lead, reader)
  const title = lead.isTest ? texts(reader.language)('card.test', { title: name }) : name
  const decided = decisionLines(handoff, reader)
  const who = whoLine(lead, reader)
  const { message } = lead.details
  const facts: (Escaped | null)[] = [
    who === '' ? null : who,
    lastLine(round, reader),
    whyLines(round, reader),
    personaLines(handoff.qualification.persona, reader),
    message === undefined ? null : marked(reader, 'card.message', { message: escape(message, 400) }),
  ]
  const blocks: KnownBlock[] = [
    header(title),
    ...facts.flatMap((fact) => (fact === null ? [] : [section(fact)])),
    context(
      originLine(round, reader),
      ...lines(decided ? null : clockLine(handoff, reader), duplicatesLine(handoff, reader)),
    ),
    ...(decided ? [section(decided)] : []),
    actionRow(`card:${handoff.id}`, ...buttons(round, reader)),
  ]
  return {
    text: spoken([escape(title), ...facts, originLine(round, reader), decided ?? clockLine(handoff, reader)]),
    blocks,
  }
}

function buttons({ lead, handoff }: ShownRound, reader: Reader): Button[] {
  const t = texts(reader.language)
  const [value, name] = [handoff.id, leadName(lead, reader)]
  const { persona } = handoff.qualification
  const decide = [
    button({
      id: actions.accept,
      text: t('card.accept'),
      value,
      style: 'primary',
      label: t('card.acceptLabel', { lead: name }),
    }),
    button({
      id: actions.reject,
      text: t('card.reject'),
      value,
      label: t('card.rejectLabel', { lead: name }),
    }),
  ]
  return [
    ...(handoff.status === 'open' ? decide : []),
    button({
      id: actions.showContact,
      text: t('card.contact'),
      value,
      label: t('card.contactLabel', { lead: name }),
    }),
    ...(persona
      ? [button({ id: actions.showPersona, text: t('card.showPersona'), value: persona.key })]
      : []),
  ]
}

const lines = (...all: (Escaped | null)[]): Escaped[] => all.filter((line) => line !== null)
