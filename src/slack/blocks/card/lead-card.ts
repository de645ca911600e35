import type { Button, KnownBlock } from '@slack/types'
import type { Handoff, Lead } from '../../../domain/lead/lead.ts'
import { actions } from '../../ids.ts'
import { texts } from '../../text/index.ts'
import { clockLine, duplicatesLine, originLine, personaLines, whoLine, whyLines } from './card-facts.ts'
import { decisionLines } from './decision.ts'
import { actionRow, button, context, header, section } from '../parts/elements.ts'
import { escape, type Escaped } from '../parts/escape.ts'
import { leadName } from './lead-name.ts'
import type { Look, Message } from '../parts/look.ts'
import { spoken } from '../parts/spoken.ts'
import { marked } from '../parts/wording.ts'

/**
 * A lead in the shared channel: who, why it qualified, which persona, where from, until when, and what became of it.
 * E-mail and phone are never on it.
 */
export function leadCard(lead: Lead, look: Look): Message {
  const { handoff } = lead
  if (!handoff) throw new Error(`lead ${lead.id} was not handed off`)
  const name = leadName(lead, look)
  const title = lead.isTest ? texts(look.language)('card.test', { title: name }) : name
  const decided = decisionLines(handoff, look)
  const who = whoLine(lead, look)
  const message = look.personalData ? lead.details.message : undefined
  const facts: (Escaped | null)[] = [
    who === '' ? null : who,
    whyLines(lead, handoff, look),
    personaLines(handoff.qualification.persona, look),
    message === undefined ? null : marked(look, 'card.message', { message: escape(message, 400) }),
  ]
  const blocks: KnownBlock[] = [
    header(title),
    ...facts.flatMap((fact) => (fact === null ? [] : [section(fact)])),
    context(
      originLine(lead, look),
      ...lines(decided ? null : clockLine(handoff, look), duplicatesLine(handoff, look)),
    ),
    ...(decided ? [section(decided)] : []),
    actionRow(`card:${handoff.id}`, ...buttons(lead, handoff, look)),
  ]
  return {
    text: spoken([escape(title), ...facts, originLine(lead, look), decided ?? clockLine(handoff, look)]),
    blocks,
  }
}

function buttons(lead: Lead, handoff: Handoff, look: Look): Button[] {
  const t = texts(look.language)
  const [value, name] = [handoff.id, leadName(lead, look)]
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

/** The whole lead in one text: all that a screen reader and a notification get. */

const lines = (...all: (Escaped | null)[]): Escaped[] => all.filter((line) => line !== null)
