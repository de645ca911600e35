/** How many leads of one score were accepted and rejected. */
export interface ScoreCount {
  score: number
  accepted: number
  rejected: number
}

/**
 * How well the score tells accepted from rejected: the chance that an accepted lead has the higher score, a tie
 * counting half. That is the area under the ROC curve, U / (A·R) (Mann and Whitney, 1947). 0.5 is a coin, 1 is perfect.
 * `null` unless there are both.
 */
export function separation(counts: ScoreCount[]): number | null {
  const accepted = counts.reduce((sum, count) => sum + count.accepted, 0)
  const rejected = counts.reduce((sum, count) => sum + count.rejected, 0)
  if (accepted === 0 || rejected === 0) return null
  let [below, wins] = [0, 0]
  for (const count of counts.toSorted((a, b) => a.score - b.score)) {
    wins += count.accepted * (below + count.rejected / 2)
    below += count.rejected
  }
  return wins / (accepted * rejected)
}
