import type { NoticeContent } from '../domain/notice/notice.ts'

/**
 * Where what happens is counted. It is told kinds and no names, so that nothing personal can get in and the number of
 * series stays small.
 */
export interface Meter {
  /** One attempt to show a notice in Slack. */
  attempted(attempt: { kind: NoticeContent['kind']; outcome: AttemptOutcome; seconds: number }): void
  /** Something a person did in Slack, worked on to its end. */
  handled(work: { what: SlackAct; outcome: 'done' | 'late' | 'failed'; seconds: number }): void
  /** One request to hand in leads. */
  answered(request: { status: number; seconds: number }): void
}

export type AttemptOutcome = 'sent' | 'left-out' | 'later' | 'doubtful' | 'never'
export type SlackAct = 'command' | 'click' | 'modal' | 'event' | 'other'
