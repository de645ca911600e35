import { useDesk } from '../desk.ts'
import { useWords } from '../words.ts'

/** The two sides of the app: its Home, and its messages. */
export function AppTabs() {
  const { gaze, sight, turnTo, act } = useDesk()
  const { say } = useWords()
  const openHome = () => {
    turnTo({ channel: null, thread: null })
    void act({ do: 'home' })
  }
  return (
    <div className="tabs">
      <button type="button" aria-current={gaze.channel === null ? 'page' : undefined} onClick={openHome}>
        {say('home-tab')}
      </button>
      {sight.app.messagesTab !== 'off' && (
        <button
          type="button"
          aria-current={gaze.channel === null ? undefined : 'page'}
          onClick={() => turnTo({ channel: sight.app.channel, thread: null })}
        >
          {say('messages-tab')}
        </button>
      )}
    </div>
  )
}
