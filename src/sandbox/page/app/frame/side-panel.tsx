import { useDesk } from '../desk.ts'
import { Switches } from './switches.tsx'
import { Traffic } from './traffic.tsx'
import { useWords } from '../words.ts'

/** Behind the scenes: what goes between bot and workspace, and switches for what may go wrong there. */
export function SidePanel({ onClose }: { onClose: () => void }) {
  const { sight } = useDesk()
  const { say } = useWords()
  const { kind, sockets } = sight.line
  return (
    <aside className="panel" aria-label={say('panel')}>
      <header className="pane-title">
        <h2>{say('panel')}</h2>
        <small>{kind === 'http' ? say('line-http') : say('line-socket', { count: sockets })}</small>
        <button type="button" aria-label={say('close-panel')} onClick={onClose}>
          ×
        </button>
      </header>
      <Switches />
      <Traffic />
    </aside>
  )
}
