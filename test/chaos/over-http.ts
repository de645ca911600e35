import type { Sandbox } from '../../src/sandbox/sandbox.ts'

/** Signed requests instead of sockets: of those Slack allows ten in all, however many processes there are. */
export const overHttp = ({ signingSecret }: Sandbox): Record<string, string> => ({
  SLACK_SIGNING_SECRET: signingSecret,
  SLACK_PORT: '0',
})
