/** What a channel shows, compared with what was accepted; each list names the offenders. */
export interface Verdict {
  /** Accepted, and not shown. */
  lost: string[]
  /** Once for each time too often. */
  doubled: string[]
  /** Shown for the first time after something that was accepted later. */
  outOfOrder: string[]
  /** Shown, and never accepted. */
  unknown: string[]
}

/** `accepted` in the order in which the outbox took it, `shown` in the order of the channel. */
export function judge(accepted: string[], shown: string[]): Verdict {
  const places = new Map(accepted.map((name, place) => [name, place]))
  const first = [...new Set(shown)]
  const known = first.filter((name) => places.has(name))
  return {
    lost: [...places.keys()].filter((name) => !first.includes(name)),
    doubled: shown.filter((name, index) => shown.indexOf(name) < index),
    outOfOrder: overtaken(known, (name) => places.get(name) ?? 0),
    unknown: first.filter((name) => !places.has(name)),
  }
}

/** What several channels show, taken together. */
export const together = (verdicts: Verdict[]): Verdict => ({
  lost: verdicts.flatMap(({ lost }) => lost),
  doubled: verdicts.flatMap(({ doubled }) => doubled),
  outOfOrder: verdicts.flatMap(({ outOfOrder }) => outOfOrder),
  unknown: verdicts.flatMap(({ unknown }) => unknown),
})

function overtaken(names: string[], placeOf: (name: string) => number): string[] {
  let latest = -1
  return names.filter((name) => {
    const place = placeOf(name)
    if (place < latest) return true
    latest = place
    return false
  })
}
