import type { KnownBlock } from '@slack/types'
import { say } from '../../../domain/text/language.ts'
import type { Persona } from '../../../domain/glossary/persona.ts'
import { actions } from '../../ids.ts'
import { texts } from '../../text/index.ts'
import { actionRow, button, context, header, section } from '../parts/elements.ts'
import { authored, bold, join, joinLines, type Escaped } from '../parts/escape.ts'
import type { Look, Message } from '../parts/look.ts'
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
export function personaMessage(persona: Persona, look: Look, { share }: { share: boolean }): Message {
  const t = texts(look.language)
  const name = say(persona.name, look.language)
  const parts = [
    summary(persona, look),
    recognise(persona, look),
    insights(persona, look),
    use(persona, look),
  ]
  const blocks: KnownBlock[] = [
    header(name),
    ...parts.flatMap((part) => (part === '' ? [] : [section(part)])),
    context(marked(look, 'persona.version', { version: persona.version })),
    ...(share
      ? [
          actionRow(
            'persona',
            button({ id: actions.sharePersona, text: t('persona.share'), value: persona.key }),
          ),
        ]
      : []),
  ]
  return { text: join([authored(name), written(persona.oneLine, look)], ' · '), blocks }
}

/** All personas, a line each. */
export function personaList(personas: Persona[], look: Look): Message {
  const t = texts(look.language)
  const title = t('persona.list')
  if (personas.length === 0)
    return { text: authored(title), blocks: [header(title), section(marked(look, 'persona.empty'))] }
  const lines = personas.slice(0, 40).map((persona) => ({
    ...section(joinLines([bold(written(persona.name, look, 100)), written(persona.oneLine, look)])),
    accessory: button({
      id: actions.showPersona,
      text: t('persona.show'),
      value: persona.key,
      label: `${t('persona.show')} ${say(persona.name, look.language)}`,
    }),
  }))
  const names = join(
    personas.map(({ name }) => written(name, look, 100)),
    ', ',
  )
  return {
    text: join([authored(title), names], ' · '),
    blocks: [header(title), ...lines, context(marked(look, 'persona.listHint'))],
  }
}

function summary({ oneLine, buyingRole, negative }: Persona, look: Look): Escaped {
  return joinLines([
    written(oneLine, look),
    negative
      ? bold(marked(look, 'persona.negative'))
      : marked(look, 'persona.role', { role: marked(look, `persona.roles.${buyingRole}`) }),
  ])
}

function recognise({ recognise: { include, exclude } }: Persona, look: Look): Escaped {
  if (include.length === 0) return authored('')
  const criteria = join(
    exclude.map(({ label }) => written(label, look, 100)),
    ', ',
  )
  return joinLines([
    bold(marked(look, 'persona.recognise')),
    ...include.slice(0, 10).map(({ label }) => authored(`• ${say(label, look.language)}`)),
    criteria === '' ? null : marked(look, 'persona.not', { criteria }),
  ])
}

/** The five rings of buying insight, each point with whether somebody said it or somebody assumes it. */
function insights(persona: Persona, look: Look): Escaped {
  return joinLines(
    rings.flatMap((ring) => {
      const points = persona.rings[ring].slice(0, pointsShown)
      if (points.length === 0) return []
      const lines = points.map(({ point, basis }) =>
        marked(look, 'persona.point', {
          point: written(point, look),
          basis: marked(look, `persona.${basis}`),
        }),
      )
      return [bold(marked(look, `persona.${ring}`)), ...lines]
    }),
  )
}

function use(
  { use: { opener, questions, objection, answer, proofLink, doNotSay } }: Persona,
  look: Look,
): Escaped {
  const one = (key: 'opener' | 'objection' | 'answer', text: typeof opener) =>
    text === undefined ? null : marked(look, `persona.${key}`, { text: written(text, look) })
  return joinLines([
    one('opener', opener),
    questions.length > 0 ? bold(marked(look, 'persona.questions')) : null,
    ...questions.slice(0, 5).map((question) => authored(`• ${say(question, look.language)}`)),
    one('objection', objection),
    one('answer', answer),
    proofLink === undefined ? null : marked(look, 'persona.proof', { link: authored(proofLink, 500) }),
    ...doNotSay.slice(0, 5).map((text) => marked(look, 'persona.doNotSay', { text: written(text, look) })),
  ])
}
