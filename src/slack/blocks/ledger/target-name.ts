import type { Target } from '../../../domain/ledger/entry.ts'
import { sliceNames, type Named } from '../digest/digest-names.ts'
import type { Escaped } from '../parts/escape.ts'
import type { Reader } from '../parts/reader.ts'
import { marked, reasonLabel } from '../parts/wording.ts'

/** What a change is aimed at, in words: "Source webinar", "Reason Too little activity", "All leads". */
export function targetName({ by, key }: Target, reader: Reader, personas: Named[]): Escaped {
  if (by === 'all') return marked(reader, 'digest.of-all')
  const name = by === 'reason' ? reasonLabel(key, reader) : sliceNames(reader, personas)[by](key)
  return marked(reader, `digest.of-${by}`, { key: name })
}
