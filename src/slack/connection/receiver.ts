import type { Server } from 'node:http'
import { HTTPReceiver, type Logger as BoltLogger, type Receiver } from '@slack/bolt'
import type { Logger } from 'pino'
import type { SlackConfig } from './slack-config.ts'
import { SlackSetupError } from './setup-error.ts'
import { socketPair } from './socket-pair.ts'

/** Where Slack's requests go, below the bot's own address. */
export const requestPath = '/slack/events'

/** Whether Slack can reach us. */
export interface Line {
  kind: 'socket' | 'http'
  connected: boolean
  /** How many connections Slack counted for the app when it last said hello. */
  connections: number | null
  /** Where signed requests come in, once it is open. */
  requestUrl: string | null
}

export interface Entrance {
  receiver: Receiver
  line: Line
  /** The server that listens, in HTTP mode, once it does. */
  server: Server | null
}

/** Where Slack's clicks and commands come in: requests signed by Slack, or a socket that we open. */
export function entrance(config: SlackConfig, logger: BoltLogger, log: Logger): Entrance {
  return config.signingSecret === undefined
    ? socket(config, logger, log)
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
  const line: Line = { kind: 'http', connected: false, connections: null, requestUrl: null }
  return { receiver, line, server: null }
}

function socket(config: SlackConfig, logger: BoltLogger, log: Logger): Entrance {
  if (config.appToken === undefined) {
    throw new SlackSetupError(
      'SLACK_APP_TOKEN (xapp-…) is missing, and so is SLACK_SIGNING_SECRET: set one of the two.',
    )
  }
  const line: Line = { kind: 'socket', connected: false, connections: null, requestUrl: null }
  let isLost = false
  const changed = (open: number): void => {
    if (line.connected && open === 0) {
      isLost = true
      log.warn('Slack has closed every socket: until one is open again, clicks and commands do not come in')
    }
    if (isLost && open > 0) {
      isLost = false
      log.info('a socket to Slack is open again')
    }
    line.connected = open > 0
  }
  const counted = (connections: number): void => void (line.connections = connections)
  const receiver = socketPair({ config, appToken: config.appToken, logger, changed, counted })
  return { receiver, line, server: null }
}
