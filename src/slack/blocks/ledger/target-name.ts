import type { Target } from '../../../domain/ledger/entry.ts'
import { sliceNames, type Named } from '../digest/digest-names.ts'
import type { Escaped } from '../parts/escape.ts'
import type { Look } from '../parts/look.ts'
import { marked, reasonLabel } from '../parts/wording.ts'

/** What a change is aimed at, in words: "Source webinar", "Reason Too little activity", "All leads". */
export function targetName({ by, key }: Target, look: Look, personas: Named[]): Escaped {
  if (by === 'all') return marked(look, 'digest.of-all')
  const name = by === 'reason' ? reasonLabel(key, look) : sliceNames(look, personas)[by](key)
  return marked(look, `digest.of-${by}`, { key: name })
}
