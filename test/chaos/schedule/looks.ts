import type { DuePoint } from './due-points.ts'

const minuteMs = 60_000
const hourMs = 60 * minuteMs

/**
 * What clocks showed when an instance looked, in the order of the looks: a minute, a millisecond and nothing before each point,
 * and what else happens to a service in ten years: two instances whose clocks differ, downtime over a point, a clock that is set
 * back over it or goes ahead to the next one and comes back.
 */
export function looksAround(points: DuePoint[], random: () => number): number[] {
  return points.flatMap(({ at }, index) => {
    const next = points[index + 1]?.at ?? at + 6 * 24 * hourMs
    const other = at + Math.floor((random() - 0.5) * 4 * minuteMs)
    switch (Math.floor(random() * 6)) {
      case 0:
        return [at + Math.floor(random() * (next - at))]
      case 1:
        return [at - 1, at, at - Math.ceil(random() * 3 * hourMs), at - 1, at + Math.floor(random() * hourMs)]
      case 2:
        return [at - 1, next + minuteMs, at - minuteMs, at]
      case 3:
        return []
      default:
        return [at - minuteMs, other, at - 1, at, at + minuteMs]
    }
  })
}
