export type RetryReason = 'timeout' | 'http_timeout' | 'http_error' | 'connection_failed'

/** The bot could not be reached, or was silent for too long: what Slack shows a person as an error. */
export class NotDelivered extends Error {
  override name = 'NotDelivered'
  readonly code: 'dispatch_failed' | 'operation_timeout'
  /** What Slack names as the reason when it tries an event again; null when the bot wants no second attempt. */
  readonly retryReason: RetryReason | null
  constructor(code: NotDelivered['code'], message: string, retryReason: RetryReason | null) {
    super(message)
    this.code = code
    this.retryReason = retryReason
  }
}
