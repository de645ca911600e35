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
  const [accepted, rejected] = [sum(counts, 'accepted'), sum(counts, 'rejected')]
  if (accepted === 0 || rejected === 0) return null
  const byScore = [...Map.groupBy(counts, ({ score }) => score)].toSorted(([a], [b]) => a - b)
  let [below, wins] = [0, 0]
  for (const [, same] of byScore) {
    const ties = sum(same, 'rejected')
    wins += sum(same, 'accepted') * (below + ties / 2)
    below += ties
  }
  return wins / (accepted * rejected)
}

const sum = (counts: ScoreCount[], field: 'accepted' | 'rejected'): number =>
  counts.reduce((total, count) => total + count[field], 0)
