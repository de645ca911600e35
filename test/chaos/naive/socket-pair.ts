import { SocketModeReceiver } from '@slack/bolt'
import { socketOptions } from '../../../src/slack/connection/clients.ts'
import type { socketPair as pair } from '../../../src/slack/connection/socket-pair.ts'

/** One socket, opened anew by the library: how Baton reached Slack before it had two. */
export function socketPair({ config, appToken, logger, changed }: Parameters<typeof pair>[0]) {
  const receiver = new SocketModeReceiver({
    ...{ appToken, logger, clientPingTimeout: 2_500 },
    installerOptions: { clientOptions: socketOptions(config) },
  })
  receiver.client.on('connected', () => changed(1))
  receiver.client.on('close', () => changed(0))
  return receiver
}
