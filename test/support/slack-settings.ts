import type { Sandbox } from '../../src/sandbox/sandbox.ts'

export const isOverHttp = process.env['STORY_TRANSPORT'] === 'http'

/**
 * How the bot reaches that sandbox and is reached by it: over a socket, or, where STORY_TRANSPORT is `http`, by
 * signed requests. The stories are the same.
 */
export function slackSettings(slack: Sandbox): Record<string, string> {
  const tokens = { SLACK_BOT_TOKEN: slack.botToken, SLACK_API_URL: slack.apiUrl }
  return isOverHttp
    ? { ...tokens, SLACK_SIGNING_SECRET: slack.signingSecret, SLACK_PORT: '0' }
    : { ...tokens, SLACK_APP_TOKEN: slack.appToken }
}
