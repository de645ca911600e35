import { HTTPReceiver, SocketModeReceiver, type Logger as BoltLogger } from '@slack/bolt'
import { socketOptions } from './clients.ts'
import type { SlackConfig } from './slack-config.ts'
import { SlackSetupError } from './setup-error.ts'

/** Where Slack's requests go, below the bot's own address. */
export const requestPath = '/slack/events'

/** Whether Slack can reach us. */
export interface Line {
  kind: 'socket' | 'http'
  connected: boolean
  /** Where signed requests come in, once it is open. */
  requestUrl: string | null
}

export interface Entrance {
  receiver: SocketModeReceiver | HTTPReceiver
  line: Line
}

/** Where Slack's clicks and commands come in: requests signed by Slack, or a socket that we open. */
export function entrance(config: SlackConfig, logger: BoltLogger): Entrance {
  return config.signingSecret === undefined
    ? socket(config, logger)
    : http(config, config.signingSecret, logger)
}

function http({ port = 3000 }: SlackConfig, signingSecret: string, logger: BoltLogger): Entrance {
  const receiver = new HTTPReceiver({
    signingSecret,
    port,
    logger,
    endpoints: requestPath,
    bodyLimit: '1mb',
  })
  return { receiver, line: { kind: 'http', connected: false, requestUrl: null } }
}

function socket(config: SlackConfig, logger: BoltLogger): Entrance {
  if (config.appToken === undefined) {
    throw new SlackSetupError(
      'SLACK_APP_TOKEN (xapp-…) is missing, and so is SLACK_SIGNING_SECRET: set one of the two.',
    )
  }
  const receiver = new SocketModeReceiver({
    appToken: config.appToken,
    logger,
    // Also the pause before the socket is opened anew: Slack drops every socket about once an hour.
    clientPingTimeout: 2_500,
    installerOptions: { clientOptions: socketOptions(config) },
  })
  const line: Line = { kind: 'socket', connected: false, requestUrl: null }
  receiver.client.on('connected', () => (line.connected = true))
  receiver.client.on('disconnected', () => (line.connected = false))
  receiver.client.on('close', () => (line.connected = false))
  return { receiver, line }
}
