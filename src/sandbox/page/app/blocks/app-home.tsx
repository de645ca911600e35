import { AppTabs } from '../frame/app-tabs.tsx'
import { Blocks } from './blocks.tsx'
import { useDesk } from '../desk.ts'
import { useWords } from '../words.ts'

/** The app's Home, as it drew it for this person. */
export function AppHome() {
  const { sight, act } = useDesk()
  const { say } = useWords()
  const { home } = sight
  return (
    <section className="channel" aria-label={sight.app.name}>
      <h1 className="place-title">{sight.app.name}</h1>
      <AppTabs />
      <div className="scroll home">
        {home ? (
          <Blocks
            blocks={home.blocks}
            values={home.values}
            onAction={(action, value) => act({ do: 'click-in-view', action, value })}
          />
        ) : (
          <p className="empty">{say('empty-home')}</p>
        )}
      </div>
    </section>
  )
}
