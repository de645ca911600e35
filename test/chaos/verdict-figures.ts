import type { Figure } from '../support/figure.ts'
import type { Verdict } from './judge.ts'
import { none } from './rig.ts'

const words: Record<keyof Verdict, string> = {
  lost: 'lost',
  doubled: 'doubled',
  outOfOrder: 'out of order',
  unknown: 'never accepted, and shown',
}

/** Four figures that must be zero; whatever is not is named in the report. */
export function verdictFigures(where: string, verdict: Verdict, report: (line: string) => void): Figure[] {
  // The keys of an object of this type.
  return (Object.keys(words) as (keyof Verdict)[]).map((kind) =>
    blameless(`${where}: ${words[kind]}`, verdict[kind], report),
  )
}

/** A figure of those to blame, which must be none; they are named in the report. */
export function blameless(name: string, offenders: string[], report: (line: string) => void): Figure {
  if (offenders.length > 0) report(`${name}: ${offenders.slice(0, 20).join('; ')}`)
  return none(name, offenders.length)
}
