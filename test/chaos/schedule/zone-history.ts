/** From an instant on, a zone's clocks show so much more than UTC. */
export interface Period {
  from: number
  until: number
  offset: number
}

/** No zone changes its clocks and changes them back within so short a time; if one did, the rule judged by it would look wrong. */
const stepMs = 4 * 86_400_000

/** Every change of a zone's clocks within [from, until), to the second, read off what `Intl.DateTimeFormat` shows. */
export function zoneHistory(zone: string, from: number, until: number): Period[] {
  const offset = offsetReader(zone)
  const periods: Period[] = [{ from: -Infinity, until: Infinity, offset: offset(from) }]
  for (let at = from; at < until; at += stepMs) {
    const last = periods.at(-1)
    if (!last || offset(at + stepMs) === last.offset) continue
    const change = firstChange(offset, at, at + stepMs)
    last.until = change
    periods.push({ from: change, until: Infinity, offset: offset(change) })
  }
  return periods
}

/** The first second at which the offset is no longer what it was at `from`. */
function firstChange(offset: (at: number) => number, from: number, until: number): number {
  let [before, after] = [from / 1000, until / 1000]
  while (after - before > 1) {
    const middle = Math.floor((before + after) / 2)
    if (offset(middle * 1000) === offset(from)) before = middle
    else after = middle
  }
  return after * 1000
}

function offsetReader(zone: string): (at: number) => number {
  const format = new Intl.DateTimeFormat('en-US', {
    ...{ timeZone: zone, hourCycle: 'h23', year: 'numeric', month: 'numeric', day: 'numeric' },
    ...{ hour: 'numeric', minute: 'numeric', second: 'numeric' },
  })
  return (at) => {
    const [month = 0, day = 0, year = 0, hour = 0, minute = 0, second = 0] = (
      format.format(at).match(/\d+/g) ?? []
    ).map(Number)
    return Date.UTC(year, month - 1, day, hour, minute, second) - Math.floor(at / 1000) * 1000
  }
}
