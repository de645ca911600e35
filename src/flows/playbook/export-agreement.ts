import { Document, isMap, isScalar, type Node } from 'yaml'
import { definitionDocument } from '../../domain/glossary/definition.ts'
import { personaDocument } from '../../domain/glossary/persona.ts'
import type { PlaybookDocument } from '../../domain/playbook/playbook.ts'
import type { ByOperator } from '../access/operator.ts'
import { fileFormat, type AgreementFile } from './agreement-file.ts'

const head = `What marketing and sales agreed on, as Baton has it: the playbook, the personas and the definitions.
Edit it, then: npm run baton -- playbook import FILE
What you leave out stays as it is: a whole part, a persona, a definition. To take one out of use, retire it
(a persona: status: retired; a definition or a reason: retired: true). A new one needs no line in basedOn.`

/** What each part of the file is for, written above it for those who edit it. */
const parts: Record<keyof AgreementFile, string> = {
  format: 'How this file is written. Leave it as it is.',
  basedOn:
    'The versions that this file shows. Baton refuses to replace a newer one, so that nobody’s change is undone.',
  playbook: 'The playbook.',
  personas: 'Whom we want to reach, as /persona shows it. The key stays, whatever becomes of the name.',
  definitions: 'What a word means here, as /define shows it.',
}

const inPlaybook: Record<keyof PlaybookDocument, string> = {
  language: 'Language of what stands in a channel: en or de. Private answers use each reader’s own.',
  zone: 'Time zone of the week, the clocks and the digest.',
  channels: 'Channel ids, not names: cards go to handoffs, the digest to marketing.',
  roles:
    'Slack user groups and user ids, or anybody: every full member of the workspace. For managers: nobody, or their ids.',
  workingHours: 'Several blocks a day are possible; a day without blocks is off, and so is a holiday.',
  clocks: 'Working minutes from handoff to a decision, per tier, and from acceptance to the first touch.',
  tiers: 'A lead is hot, or low, when one of the conditions holds; otherwise standard.',
  scoring:
    'A lead whose points reach the threshold is handed off, and so is one its sender calls qualified. A rule’s id stays.',
  reasons:
    'Why a lead may be rejected. Every family but procedural counts against marketing’s quality. Retire a reason ' +
    '(retired: true) rather than deleting it.',
  digest: 'When the digest of the week that ended is posted. emptyWeek: silent or one-line.',
  privacy: 'Whether names may stand in a channel that is shared with another organisation.',
}

/** The agreement in force as a YAML file that explains itself and can be edited and imported again. */
export async function exportAgreement({ db }: ByOperator): Promise<string> {
  const [playbook, personas, definitions] = [
    await db.playbooks.current(),
    await db.personas.all(),
    await db.definitions.all(),
  ]
  const file: AgreementFile = {
    format: fileFormat,
    basedOn: {
      playbook: playbook.version,
      personas: versionsOf(personas),
      definitions: versionsOf(definitions),
    },
    playbook: playbook.document,
    personas: personas.map(personaDocument),
    definitions: definitions.map(definitionDocument),
  }
  return written(file)
}

const versionsOf = (all: { key: string; version: number }[]): Record<string, number> =>
  Object.fromEntries(all.map(({ key, version }) => [key, version]))

function written(file: AgreementFile): string {
  const yaml = new Document(file, { aliasDuplicateObjects: false })
  yaml.commentBefore = asComment(head)
  explain(yaml.contents, parts)
  explain(yaml.get('playbook', true), inPlaybook)
  return yaml.toString({ lineWidth: 110 })
}

function explain(map: unknown, comments: Record<string, string>): void {
  if (!isMap<Node>(map)) return
  for (const { key } of map.items) {
    const comment = isScalar(key) ? comments[String(key.value)] : undefined
    if (comment === undefined || !isScalar(key)) continue
    key.commentBefore = asComment(comment)
    key.spaceBefore = true
  }
}

const asComment = (text: string): string => text.replaceAll(/^/gm, ' ')
