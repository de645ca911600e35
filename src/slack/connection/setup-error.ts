import { WebAPIPlatformError, WebAPIRequestError } from '@slack/web-api'

/** Baton can't start with Slack as it is set up; the message is a sentence that says what to fix. */
export class SlackSetupError extends Error {
  override name = 'SlackSetupError'
}

const tokenErrors = ['invalid_auth', 'not_authed', 'account_inactive', 'token_revoked', 'token_expired']
const wrongKind = ['not_allowed_token_type', 'not_allowed']

/** What to do when auth.test did not succeed. */
export function botTokenProblem(error: unknown, apiUrl: string | undefined): SlackSetupError {
  const code = codeOf(error)
  if (code !== null && [...tokenErrors, ...wrongKind].includes(code)) {
    return new SlackSetupError(
      `Slack does not accept SLACK_BOT_TOKEN (${code}). Copy the "Bot User OAuth Token" (xoxb-…) of your app from ` +
        'https://api.slack.com/apps, page "OAuth & Permissions", after installing the app in the workspace.',
      { cause: error },
    )
  }
  return unreachable(error, apiUrl)
}

/** What to do when the socket could not be opened. */
export function appTokenProblem(error: unknown, apiUrl: string | undefined): SlackSetupError {
  const code = codeOf(error)
  if (code === null) return unreachable(error, apiUrl)
  return new SlackSetupError(
    `Slack opens no socket for SLACK_APP_TOKEN (${code}). In https://api.slack.com/apps switch on "Socket Mode" and ` +
      'copy an app-level token (xapp-…) with the scope connections:write from the page "Basic Information".',
    { cause: error },
  )
}

/** What to do when no usable answer came. */
export function unreachable(error: unknown, apiUrl = 'https://slack.com/api/'): SlackSetupError {
  const why = codeOf(error) ?? causeOf(error)
  return new SlackSetupError(
    `Slack can't be reached at ${apiUrl} (${why}). Check the network, a proxy's settings and SLACK_API_URL.`,
    { cause: error },
  )
}

function codeOf(error: unknown): string | null {
  return error instanceof WebAPIPlatformError ? error.data.error.slice(0, 80) : null
}

/** Why there was no answer: `ECONNREFUSED` says more than "fetch failed". */
function causeOf(error: unknown): string {
  if (!(error instanceof Error)) return 'no answer'
  const { cause } = error instanceof WebAPIRequestError ? error.original : error
  return cause instanceof Error && 'code' in cause ? String(cause.code) : error.message
}
