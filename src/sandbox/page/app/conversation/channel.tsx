import { useDesk } from '../desk.ts'
import { Composer } from './composer.tsx'
import { AppTabs } from '../frame/app-tabs.tsx'
import { Messages } from './messages.tsx'
import { useWords } from '../words.ts'

/** A channel, or the app's direct messages: what was said there, and a place to type. */
export function Channel({ id }: { id: string }) {
  const { sight } = useDesk()
  const { say } = useWords()
  const isApp = id === sight.app.channel
  const canWrite = !isApp || sight.app.messagesTab === 'open'
  // The last look may have been at another channel.
  const isHere = sight.gaze.channel === id
  const channel = sight.channels.find((known) => known.id === id)
  const name = isApp ? sight.app.name : `#${channel?.name ?? id}`
  return (
    <section className="channel" aria-label={name}>
      <h1 className="place-title">{name}</h1>
      {isApp && <AppTabs />}
      {isHere && <Messages messages={sight.messages} />}
      {!isHere && <div className="scroll" />}
      {canWrite && <Composer label={say('message-to', { name })} channel={id} thread={null} />}
    </section>
  )
}
