import { SocketModeReceiver, type Logger as BoltLogger, type Receiver } from '@slack/bolt'
import { socketOptions } from './clients.ts'
import { connectionsOf } from './hello.ts'
import { keepConnected } from './keep-connected.ts'
import type { SlackConfig } from './slack-config.ts'

/** Slack gives each click to one of an app's sockets. With two, one of them takes clicks while the other is renewed. */
const socketCount = 2

interface Options {
  config: SlackConfig
  appToken: string
  logger: BoltLogger
  /** Called with the number of sockets that are open whenever it changes, until they are stopped. */
  changed: (open: number) => void
  /** Called with the number of connections of the app, of other instances too, whenever Slack tells it. */
  counted: (connections: number) => void
}

/** Two sockets into one app, each kept open by itself; the second only comes when the first one is there. */
export function socketPair({ config, appToken, logger, changed, counted }: Options): Receiver {
  const receivers = Array.from({ length: socketCount }, () => {
    const installerOptions = { clientOptions: socketOptions(config) }
    return new SocketModeReceiver({ appToken, logger, autoReconnectEnabled: false, installerOptions })
  })
  const open = new Set<SocketModeReceiver>()
  let isStopped = false
  const count = (): void => {
    if (!isStopped) changed(open.size)
  }
  for (const receiver of receivers) {
    receiver.client.on('ws_message', (data: unknown) => {
      const connections = connectionsOf(data)
      if (connections !== null) counted(connections)
    })
    receiver.client.on('connected', () => {
      open.add(receiver)
      count()
    })
    receiver.client.on('disconnected', () => {
      open.delete(receiver)
      count()
    })
  }
  const connections = receivers.map(({ client }) => keepConnected(client, logger))
  const [first, ...others] = connections
  return {
    init: (app) => receivers.forEach((receiver) => receiver.init(app)),
    start: async () => {
      await first?.start()
      for (const other of others) void other.start().catch(() => logger.warn('Slack refuses a second socket'))
    },
    stop: () => {
      isStopped = true
      return Promise.all(connections.map((connection) => connection.stop()))
    },
  }
}
