import type { z } from 'zod'

/** The keys that a schema knows at a path, of all the alternatives there. */
export function keysAt(schema: z.core.$ZodType, path: readonly PropertyKey[]): string[] {
  const here = path.reduce(
    (schemas, part) => schemas.flatMap((one) => stepInto(one, part)),
    alternatives(schema),
  )
  return [...new Set(here.flatMap(ownKeys))]
}

/** What a value of this schema is made of, without what only wraps it. */
function alternatives(schema: z.core.$ZodType): z.core.$ZodTypes[] {
  // zod gives its own kinds of schemas no other type from outside.
  const known = schema as z.core.$ZodTypes
  const { def } = known._zod
  if (def.type === 'union') return def.options.flatMap(alternatives)
  if (def.type === 'intersection') return [def.left, def.right].flatMap(alternatives)
  if (def.type === 'pipe') return alternatives(def.in)
  return 'innerType' in def ? alternatives(def.innerType) : [known]
}

function stepInto({ _zod: { def } }: z.core.$ZodTypes, part: PropertyKey): z.core.$ZodTypes[] {
  if (def.type === 'array') return alternatives(def.element)
  if (def.type === 'record') return alternatives(def.valueType)
  if (def.type !== 'object' || !Object.hasOwn(def.shape, part)) return []
  const inner = def.shape[String(part)]
  return inner ? alternatives(inner) : []
}

function ownKeys({ _zod: { def } }: z.core.$ZodTypes): string[] {
  if (def.type === 'object') return Object.keys(def.shape)
  if (def.type !== 'record') return []
  const [keys] = alternatives(def.keyType)
  return keys?._zod.def.type === 'enum' ? Object.values(keys._zod.def.entries).map(String) : []
}
