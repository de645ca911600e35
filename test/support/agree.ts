import { stringify } from 'yaml'
import type { DefinitionDocument } from '../../src/domain/glossary/definition.ts'
import type { PersonaDocument } from '../../src/domain/glossary/persona.ts'
import type { PlaybookDocument } from '../../src/domain/playbook/playbook.ts'
import type { AgreementFile } from '../../src/flows/playbook/agreement-file.ts'
import type { Stores } from '../../src/ports/database.ts'

interface Who {
  author?: string
  at: Date
}

/** A new version of the playbook, whatever the last one was. */
export async function agree(
  { playbooks }: Pick<Stores, 'playbooks'>,
  document: PlaybookDocument,
  { author = 'the test', at }: Who,
): Promise<void> {
  await playbooks.add(document, { author, basedOn: await playbooks.version(), at })
}

/** The same of a persona. */
export async function describePersona(
  { personas }: Pick<Stores, 'personas'>,
  document: PersonaDocument,
  { author = 'the test', at }: Who,
): Promise<void> {
  const basedOn = (await personas.versions()).get(document.key) ?? 0
  await personas.add(document, { author, basedOn, at })
}

/** The same of a definition. */
export async function define(
  { definitions }: Pick<Stores, 'definitions'>,
  document: DefinitionDocument,
  { author = 'the test', at }: Who,
): Promise<void> {
  const basedOn = (await definitions.versions()).get(document.key) ?? 0
  await definitions.add(document, { author, basedOn, at })
}

/** A file as somebody wrote it who had version 1 of the playbook before them. */
export const agreementFile = (parts: Partial<Record<keyof AgreementFile, unknown>>): string =>
  stringify({ format: 2, basedOn: { playbook: 1 }, ...parts }, { aliasDuplicateObjects: false })
