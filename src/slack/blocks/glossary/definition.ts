import type { KnownBlock } from '@slack/types'
import type { Definition } from '../../../domain/glossary/definition.ts'
import { say } from '../../../domain/text/language.ts'
import { actions } from '../../ids.ts'
import { texts } from '../../text/index.ts'
import { actionRow, button, context, header, section } from '../parts/elements.ts'
import { authored, bold, join, joinLines } from '../parts/escape.ts'
import type { Reader } from '../parts/reader.ts'
import type { Message } from '../parts/message.ts'
import { day, marked, written } from '../parts/wording.ts'

/** What a word means here, with its clauses and who signed it off. */
export function definitionMessage(
  definition: Definition,
  reader: Reader,
  { share }: { share: boolean },
): Message {
  const t = texts(reader.language)
  const term = say(definition.term, reader.language)
  const meaning = written(definition.meaning, reader, 1000)
  const clauses = definition.clauses
    .slice(0, 10)
    .map((clause, index) => authored(`${index + 1}. ${say(clause, reader.language)}`))
  const blocks: KnownBlock[] = [
    header(term),
    section(joinLines([meaning, ...clauses])),
    context(versionLine(definition, reader)),
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
export function definitionList(definitions: Definition[], reader: Reader): Message {
  const title = texts(reader.language)('definition.list')
  const lines = definitions
    .slice(0, 40)
    .map(({ term, meaning }) =>
      section(joinLines([bold(written(term, reader, 100)), written(meaning, reader, 250)])),
    )
  const terms = join(
    definitions.map(({ term }) => written(term, reader, 100)),
    ', ',
  )
  return {
    text: join([authored(title), terms], ' · '),
    blocks: [
      header(title),
      ...(lines.length > 0 ? lines : [section(marked(reader, 'definition.empty'))]),
      context(marked(reader, 'definition.listHint')),
    ],
  }
}

function versionLine({ version, since, signedOffBy: { marketing, sales } }: Definition, reader: Reader) {
  const by = (name: string | undefined) =>
    name === undefined ? marked(reader, 'definition.nobody') : authored(name, 60)
  return marked(reader, 'definition.version', {
    version,
    at: day(since, reader),
    marketing: by(marketing),
    sales: by(sales),
  })
}
