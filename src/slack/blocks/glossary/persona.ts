import type { KnownBlock } from '@slack/types'
import { say } from '../../../domain/text/language.ts'
import type { Persona } from '../../../domain/glossary/persona.ts'
import { actions } from '../../ids.ts'
import { texts } from '../../text/index.ts'
import { actionRow, button, context, header, section } from '../parts/elements.ts'
import { authored, bold, join, joinLines, type Escaped } from '../parts/escape.ts'
import type { Reader } from '../parts/reader.ts'
import type { Message } from '../parts/message.ts'
import { marked, written } from '../parts/wording.ts'

const rings = [
  'priorityInitiative',
  'successFactors',
  'perceivedBarriers',
  'buyersJourney',
  'decisionCriteria',
] as const
const pointsShown = 4

/** One persona: how to recognise them, what moves them, what to say. */
export function personaMessage(persona: Persona, reader: Reader, { share }: { share: boolean }): Message {
  const t = texts(reader.language)
  const name = say(persona.name, reader.language)
  const parts = [
    summary(persona, reader),
    recognise(persona, reader),
    insights(persona, reader),
    use(persona, reader),
  ]
  const blocks: KnownBlock[] = [
    header(name),
    ...parts.flatMap((part) => (part === '' ? [] : [section(part)])),
    context(marked(reader, 'persona.version', { version: persona.version })),
    ...(share
      ? [
          actionRow(
            'persona',
            button({ id: actions.sharePersona, text: t('persona.share'), value: persona.key }),
          ),
        ]
      : []),
  ]
  return { text: join([authored(name), written(persona.oneLine, reader)], ' · '), blocks }
}

/** All personas, a line each. */
export function personaList(personas: Persona[], reader: Reader): Message {
  const t = texts(reader.language)
  const title = t('persona.list')
  if (personas.length === 0)
    return { text: authored(title), blocks: [header(title), section(marked(reader, 'persona.empty'))] }
  const lines = personas.slice(0, 40).map((persona) => ({
    ...section(joinLines([bold(written(persona.name, reader, 100)), written(persona.oneLine, reader)])),
    accessory: button({
      id: actions.showPersona,
      text: t('persona.show'),
      value: persona.key,
      label: `${t('persona.show')} ${say(persona.name, reader.language)}`,
    }),
  }))
  const names = join(
    personas.map(({ name }) => written(name, reader, 100)),
    ', ',
  )
  return {
    text: join([authored(title), names], ' · '),
    blocks: [header(title), ...lines, context(marked(reader, 'persona.listHint'))],
  }
}

function summary({ oneLine, buyingRole, negative }: Persona, reader: Reader): Escaped {
  return joinLines([
    written(oneLine, reader),
    negative
      ? bold(marked(reader, 'persona.negative'))
      : marked(reader, 'persona.role', { role: marked(reader, `persona.roles.${buyingRole}`) }),
  ])
}

function recognise({ recognise: { include, exclude } }: Persona, reader: Reader): Escaped {
  if (include.length === 0) return authored('')
  const criteria = join(
    exclude.map(({ label }) => written(label, reader, 100)),
    ', ',
  )
  return joinLines([
    bold(marked(reader, 'persona.recognise')),
    ...include.slice(0, 10).map(({ label }) => authored(`• ${say(label, reader.language)}`)),
    criteria === '' ? null : marked(reader, 'persona.not', { criteria }),
  ])
}

/** The five rings of buying insight, each point with whether somebody said it or somebody assumes it. */
function insights(persona: Persona, reader: Reader): Escaped {
  return joinLines(
    rings.flatMap((ring) => {
      const points = persona.rings[ring].slice(0, pointsShown)
      if (points.length === 0) return []
      const lines = points.map(({ point, basis }) =>
        marked(reader, 'persona.point', {
          point: written(point, reader),
          basis: marked(reader, `persona.${basis}`),
        }),
      )
      return [bold(marked(reader, `persona.${ring}`)), ...lines]
    }),
  )
}

function use(
  { use: { opener, questions, objection, answer, proofLink, doNotSay } }: Persona,
  reader: Reader,
): Escaped {
  const one = (key: 'opener' | 'objection' | 'answer', text: typeof opener) =>
    text === undefined ? null : marked(reader, `persona.${key}`, { text: written(text, reader) })
  return joinLines([
    one('opener', opener),
    questions.length > 0 ? bold(marked(reader, 'persona.questions')) : null,
    ...questions.slice(0, 5).map((question) => authored(`• ${say(question, reader.language)}`)),
    one('objection', objection),
    one('answer', answer),
    proofLink === undefined ? null : marked(reader, 'persona.proof', { link: authored(proofLink, 500) }),
    ...doNotSay
      .slice(0, 5)
      .map((text) => marked(reader, 'persona.doNotSay', { text: written(text, reader) })),
  ])
}
