import type { SeenChannel } from '../../sight.ts'
import { useDesk } from '../desk.ts'
import { useWords } from '../words.ts'

/** Channels and the app, with what is unread. */
export function Sidebar() {
  const { sight } = useDesk()
  const { say } = useWords()
  const { app } = sight
  return (
    <nav className="sidebar" aria-label={say('workspace')}>
      <h2>{say('channels')}</h2>
      <ul>
        {sight.channels.map((channel) => (
          <Place key={channel.id} sign="#" place={channel} />
        ))}
      </ul>
      <h2>{say('apps')}</h2>
      <ul>
        <AppPlace place={{ id: app.channel, name: app.name, unread: app.unread }} />
      </ul>
    </nav>
  )
}

function Place({ sign, place }: { sign: string; place: SeenChannel }) {
  const { gaze, turnTo } = useDesk()
  return (
    <li>
      <button
        type="button"
        className={place.unread > 0 ? 'place unread' : 'place'}
        aria-current={gaze.channel === place.id ? 'page' : undefined}
        onClick={() => turnTo({ channel: place.id, thread: null })}
      >
        <span className="sign" aria-hidden="true">
          {sign}
        </span>
        <span className="place-name">{place.name}</span>
        <Unread count={place.unread} />
      </button>
    </li>
  )
}

/** The app's place leads to its Home, and to its messages when there are new ones. */
function AppPlace({ place }: { place: SeenChannel }) {
  const { gaze, turnTo, act } = useDesk()
  const isHere = gaze.channel === null || gaze.channel === place.id
  const open = () => {
    turnTo({ channel: place.unread > 0 ? place.id : null, thread: null })
    if (place.unread === 0) void act({ do: 'home' })
  }
  return (
    <li>
      <button
        type="button"
        className={place.unread > 0 ? 'place unread' : 'place'}
        aria-current={isHere ? 'page' : undefined}
        onClick={open}
      >
        <span className="app-dot" aria-hidden="true" />
        <span className="place-name">{place.name}</span>
        <Unread count={place.unread} />
      </button>
    </li>
  )
}

function Unread({ count }: { count: number }) {
  const { say } = useWords()
  if (count === 0) return null
  return (
    <span className="badge">
      <span aria-hidden="true">{count}</span>
      <span className="visually-hidden">{say('unread', { count })}</span>
    </span>
  )
}
