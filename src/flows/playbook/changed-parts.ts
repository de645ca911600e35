import type { Broken } from '../../domain/document/broken.ts'
import { definitionDocument } from '../../domain/glossary/definition.ts'
import { personaDocument } from '../../domain/glossary/persona.ts'
import { brokenDefinition, brokenPersona } from '../../domain/glossary/glossary-rules.ts'
import { brokenRules } from '../../domain/playbook/playbook-rules.ts'
import { reasonsGone } from '../../domain/playbook/rules/reasons.ts'
import type { Stores } from '../../ports/database.ts'
import type { Deps } from '../../ports/deps.ts'
import type { NewVersion } from '../../ports/new-version.ts'
import type { AgreementFile } from './agreement-file.ts'
import { changesBetween, type Change } from './playbook-changes.ts'
import { pathOf, type Problem } from './problems.ts'

/** A document of the file that says something else than the version in force. */
export interface ChangedPart {
  /** `playbook`, `personas.sales-leader`. */
  place: string
  basedOn: number
  changes: Change[]
  problems: Problem[]
  add(stores: Stores, version: NewVersion): Promise<void>
}

interface Part<T> {
  path: string[]
  document: T
  inForce: { document: T; version: number } | undefined
  basedOn: number | undefined
  broken(document: T): Broken[]
  add: ChangedPart['add']
}

/** What the file changes, and why that can't be, held against what is in force. */
export async function changedParts({ db, now }: Deps, file: AgreementFile): Promise<ChangedPart[]> {
  const [playbook, personas, definitions] = [
    await db.playbooks.current(),
    inForce(await db.personas.all(), personaDocument),
    inForce(await db.definitions.all(), definitionDocument),
  ]
  const { basedOn } = file
  return [
    ...(file.playbook ? [file.playbook] : []).flatMap((document) =>
      changed({
        ...{ path: ['playbook'], document, inForce: playbook, basedOn: basedOn.playbook },
        broken: () => [...brokenRules(document, now()), ...reasonsGone(document, playbook.document)],
        add: (stores, version) => stores.playbooks.add(document, version),
      }),
    ),
    ...file.personas.flatMap((document) =>
      changed({
        ...{ path: ['personas', document.key], document, basedOn: basedOn.personas[document.key] },
        ...{ inForce: personas.get(document.key), broken: brokenPersona },
        add: (stores, version) => stores.personas.add(document, version),
      }),
    ),
    ...file.definitions.flatMap((document) =>
      changed({
        ...{ path: ['definitions', document.key], document, basedOn: basedOn.definitions[document.key] },
        ...{ inForce: definitions.get(document.key), broken: brokenDefinition },
        add: (stores, version) => stores.definitions.add(document, version),
      }),
    ),
  ]
}

function inForce<T extends { key: string; version: number }, D>(
  all: T[],
  documentOf: (one: T) => D,
): Map<string, { version: number; document: D }> {
  return new Map(all.map((one) => [one.key, { version: one.version, document: documentOf(one) }]))
}

/** Nothing where the version in force says the same: it may be older than a rule that it breaks. */
function changed<T>({ path, document, inForce: before, basedOn = 0, broken, add }: Part<T>): ChangedPart[] {
  const changes = changesBetween(before?.document, document, path)
  if (changes.length === 0) return []
  const outdated = whyOutdated(basedOn, before?.version ?? 0)
  const problems =
    outdated === null
      ? broken(document).map((one) => ({ path: pathOf([...path, ...one.path]), remedy: one.remedy }))
      : [{ path: pathOf(['basedOn', ...path]), remedy: outdated }]
  return [{ place: pathOf(path), basedOn, changes, problems, add }]
}

/** In a sentence that says what to do; `null` where nobody wrote since. */
function whyOutdated(basedOn: number, newest: number): string | null {
  if (basedOn === newest) return null
  if (newest === 0) return `is ${basedOn}, and there is none here yet: take this line out to add it`
  const was = basedOn === 0 ? 'is missing' : `is ${basedOn}`
  const why = basedOn > newest ? 'was a backup restored?' : 'somebody changed it since'
  return (
    `${was}, and version ${newest} is in force (${why}): export again into a new file and make your changes there, ` +
    `or write ${newest} here if this file shall replace it`
  )
}
