import type { Cohort, CohortQuestion } from '../domain/digest/cohort.ts'
import type { DigestFigures } from '../domain/digest/figures.ts'
import type { OwnCount } from '../domain/digest/own-figures.ts'
import type { Notice } from '../domain/notice/notice.ts'

export interface DigestStore {
  /** Counts the handoffs made in [from, to), tests left out, in one pass. */
  count(question: CohortQuestion): Promise<Cohort>
  /** What each person decided of the handoffs made in [from, to), for those who decided one made since `activeFrom`. */
  countDeciders(period: { from: Date; to: Date; activeFrom: Date }): Promise<OwnCount[]>
  /** The stored figures of those of these weeks that have any. */
  closed(audience: string, weeks: string[]): Promise<DigestFigures[]>
  find(audience: string, week: string): Promise<DigestFigures | null>
  /** The notice that posts the digest of a week, and where; `null` when there is none. */
  noticeOf(audience: string, week: string): Promise<{ id: string; lane: string } | null>
  /**
   * Saves the figures and the notices at once, the first of which posts the digest, and marks the ledger's lines in it as
   * told of; `false` when this week's digest already exists.
   */
  start(
    run: { audience: string; week: string; figures: DigestFigures; at: Date },
    notices: Notice[],
  ): Promise<boolean>
}
