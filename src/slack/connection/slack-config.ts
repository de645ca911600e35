/** How Baton reaches its workspace. With a signing secret Slack calls Baton over HTTP, otherwise Baton opens a socket. */
export interface SlackConfig {
  /** `xoxb-…` */
  botToken: string
  /** `xapp-…`, needed for the socket. */
  appToken?: string | undefined
  signingSecret?: string | undefined
  /** Another server that speaks Slack's Web API; Slack itself without it. */
  apiUrl?: string | undefined
  /** Where HTTP mode listens. */
  port?: number | undefined
}
