import { sendControl } from '../send.ts'
import { useDesk } from '../desk.ts'
import { ThemeSwitch } from './theme-switch.tsx'
import { momentOf } from '../conversation/time.ts'
import { useWords } from '../words.ts'

/** Whose eyes one looks through, the workspace's clock, and what concerns the page itself. */
export function TopBar({ isPanelOpen, onPanel }: { isPanelOpen: boolean; onPanel: () => void }) {
  const { sight, complain } = useDesk()
  const { say } = useWords()
  const reset = async () => {
    if (!confirm(say('reset-question'))) return
    const problem = await sendControl({ do: 'reset' })
    if (problem) complain('problem-other', { what: say('reset'), detail: problem.detail })
  }
  return (
    <header className="top-bar">
      <strong className="workspace-name" title={say('made-up')}>
        {say('workspace')}
      </strong>
      <ActAs />
      <time className="clock">{momentOf(sight.now, sight.me)}</time>
      <span className="spring" />
      <ThemeSwitch />
      <button type="button" onClick={() => void reset()}>
        {say('reset')}
      </button>
      <button type="button" aria-expanded={isPanelOpen} onClick={onPanel}>
        {say('panel')}
      </button>
    </header>
  )
}

function ActAs() {
  const { sight, turnTo } = useDesk()
  const { say } = useWords()
  const actAs = (userId: string) => {
    const isDirect = sight.messages[0]?.channel === sight.app.channel
    turnTo({ userId, thread: null, ...(isDirect && { channel: `D${userId.slice(1)}` }) })
  }
  return (
    <label className="act-as">
      {say('act-as')}{' '}
      <select value={sight.me.id} onChange={(event) => actAs(event.target.value)}>
        {sight.people
          .filter((person) => !person.isApp)
          .map(({ id, name, title }) => (
            <option key={id} value={id}>
              {name} · {title}
            </option>
          ))}
      </select>
    </label>
  )
}
