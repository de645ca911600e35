import type { KnownBlock } from '@slack/types'
import type { Definition } from '../../../domain/glossary/definition.ts'
import { say } from '../../../domain/text/language.ts'
import { actions } from '../../ids.ts'
import { texts } from '../../text/index.ts'
import { actionRow, button, context, header, section } from '../parts/elements.ts'
import { authored, bold, join, joinLines } from '../parts/escape.ts'
import type { Look, Message } from '../parts/look.ts'
import { day, marked, written } from '../parts/wording.ts'

/** What a word means here, with its clauses and who signed it off. */
export function definitionMessage(
  definition: Definition,
  look: Look,
  { share }: { share: boolean },
): Message {
  const t = texts(look.language)
  const term = say(definition.term, look.language)
  const meaning = written(definition.meaning, look, 1000)
  const clauses = definition.clauses
    .slice(0, 10)
    .map((clause, index) => authored(`${index + 1}. ${say(clause, look.language)}`))
  const blocks: KnownBlock[] = [
    header(term),
    section(joinLines([meaning, ...clauses])),
    context(versionLine(definition, look)),
    ...(share
      ? [
          actionRow(
            'definition',
            button({ id: actions.shareDefinition, text: t('definition.share'), value: definition.key }),
          ),
        ]
      : []),
  ]
  return { text: join([authored(term), meaning], ' · '), blocks }
}

/** All words both teams agreed on, a line each. */
export function definitionList(definitions: Definition[], look: Look): Message {
  const title = texts(look.language)('definition.list')
  const lines = definitions
    .slice(0, 40)
    .map(({ term, meaning }) =>
      section(joinLines([bold(written(term, look, 100)), written(meaning, look, 250)])),
    )
  const terms = join(
    definitions.map(({ term }) => written(term, look, 100)),
    ', ',
  )
  return {
    text: join([authored(title), terms], ' · '),
    blocks: [
      header(title),
      ...(lines.length > 0 ? lines : [section(marked(look, 'definition.empty'))]),
      context(marked(look, 'definition.listHint')),
    ],
  }
}

function versionLine({ version, since, signedOffBy: { marketing, sales } }: Definition, look: Look) {
  const by = (name: string | undefined) =>
    name === undefined ? marked(look, 'definition.nobody') : authored(name, 60)
  return marked(look, 'definition.version', {
    version,
    at: day(since, look),
    marketing: by(marketing),
    sales: by(sales),
  })
}
