import { z } from 'zod'
import { playbookSchema } from '../../domain/playbook/playbook.ts'
import { agreementSchema, fileFormat, type AgreementFile } from './agreement-file.ts'
import type { Problem } from './problems.ts'
import { checkDocument, readSource } from './read-document.ts'
import { refused, type ReadDocument } from './read-yaml.ts'

/** What both teams agreed on, as somebody wrote it in YAML, or everything that is wrong with it. */
export function readAgreement(yaml: string): ReadDocument<AgreementFile> {
  const source = readSource(yaml)
  if (!source.ok) return source
  const other = otherFormat(source.value)
  if (other !== null) return refused('', other)
  const checked = checkDocument(source.value, agreementSchema)
  const problems = checked.ok ? keysTwice(checked.value) : byKey(checked.problems, source.value)
  return checked.ok && problems.length === 0 ? checked : { ok: false, problems }
}

const headSchema = z.looseObject({ format: z.unknown().optional() })

/** Why a file that is none of this format can't be read, in a sentence; `null` where it may be one. */
function otherFormat(value: unknown): string | null {
  const { data } = headSchema.safeParse(value)
  if (!data) return null
  if (typeof data.format === 'number' && data.format > fileFormat)
    return `is of format ${data.format}, which a newer Baton wrote: import it with that one`
  const isPlaybookAlone =
    data.format === undefined && Object.keys(playbookSchema.shape).some((key) => key in data)
  return isPlaybookAlone
    ? 'is a playbook as an earlier Baton exported it, and does not say which version it is based on: ' +
        'export again into a new file, and make your changes there'
    : null
}

const entriesSchema = z.array(z.looseObject({ key: z.string() }).catch({ key: '' })).catch([])
const listsSchema = z.object({ personas: entriesSchema, definitions: entriesSchema })

/** A persona or definition is called by its key, and not by its place in the list. */
function byKey(problems: Problem[], source: unknown): Problem[] {
  const { data } = listsSchema.safeParse(source)
  const keyed = (list: 'personas' | 'definitions', index: string) => data?.[list][Number(index)]?.key
  return problems.map(({ path, remedy }) => {
    const called = path.replace(/^(personas|definitions)\[(\d+)\]/, (place, list, index: string) => {
      const key = keyed(list === 'personas' ? list : 'definitions', index)
      return key ? `${list}.${key}` : place
    })
    return { path: called, remedy }
  })
}

function keysTwice(file: AgreementFile): Problem[] {
  return (['personas', 'definitions'] as const).flatMap((list) => {
    const groups = Map.groupBy<string, { key: string }>(file[list], ({ key }) => key)
    return [...groups].flatMap(([key, all]) =>
      all.length > 1
        ? [{ path: `${list}.${key}`, remedy: `stands here ${all.length} times: keep one of them` }]
        : [],
    )
  })
}
