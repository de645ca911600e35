import type { Slice } from '../../../domain/digest/figures.ts'
import type { DigestNumbers } from '../../../domain/digest/figures.ts'
import { rateText } from './digest-lines.ts'
import { bold, joinLines, type Escaped } from '../parts/escape.ts'
import type { Reader } from '../parts/reader.ts'
import { marked } from '../parts/wording.ts'

const shown = 5

/** From this n on a slice may be said to lose leads. */
const fewest = 5

/** How the keys of each kind of slice read to a person. */
export interface SliceNames {
  source(key: string): Escaped
  campaign(key: string): Escaped
  persona(key: string): Escaped
  tier(key: string): Escaped
}

/** Where most leads were lost, over sources, campaigns, personas and tiers; nothing where none was. */
export function actLines(figures: DigestNumbers, names: SliceNames, reader: Reader): Escaped | null {
  const named = (kind: keyof SliceNames, slices: Slice[]) =>
    slices.map((slice) => {
      const key = names[kind](slice.key)
      return { ...slice, name: marked(reader, `digest.of-${kind}`, { key }) }
    })
  const all = [
    ...named('source', figures.sources),
    ...named('campaign', figures.campaigns),
    ...named('persona', figures.personas),
    ...named('tier', figures.tiers),
  ]
  const losing = all
    .filter(({ lost, acceptance }) => lost >= 1 && acceptance.of >= fewest)
    .toSorted((a, b) => b.lost - a.lost)
  if (losing.length === 0) return null
  const lines = losing.slice(0, shown).map(({ name, acceptance, lost, worse }) => {
    const values = { slice: name, rate: rateText(acceptance, reader), lost: Math.round(lost) }
    return marked(reader, worse ? 'digest.actWorse' : 'digest.actLine', values)
  })
  return joinLines([bold(marked(reader, 'digest.act')), ...lines])
}
