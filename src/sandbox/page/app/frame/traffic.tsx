import { useState } from 'react'
import type { SeenTraffic } from '../../sight.ts'
import { useDesk } from '../desk.ts'
import { useWords } from '../words.ts'

/** Every request of the bot and every envelope to it, the newest first; each opens to its content. */
export function Traffic() {
  const { sight } = useDesk()
  const { say } = useWords()
  return (
    <section className="traffic" aria-label={say('traffic')}>
      <h3>{say('traffic')}</h3>
      {sight.traffic.length === 0 && <p className="hint">{say('traffic-empty')}</p>}
      <ol>
        {sight.traffic.toReversed().map((line) => (
          <li key={line.id}>
            <Line line={line} />
          </li>
        ))}
      </ol>
    </section>
  )
}

function Line({ line }: { line: SeenTraffic }) {
  const [content, setContent] = useState<string | null>(null)
  const open = async () => {
    if (content !== null) return
    const response = await fetch(`/page/traffic?id=${line.id}`)
    setContent(JSON.stringify(await response.json(), null, 2))
  }
  return (
    <details onToggle={(event) => event.currentTarget.open && void open()}>
      <summary className={line.isProblem ? 'problem' : ''}>
        <span className="direction" aria-hidden="true">
          {line.kind === 'call' ? '→' : '←'}
        </span>
        <code>{line.what}</code> <span className="result">{line.result}</span>
      </summary>
      <pre>{content ?? '…'}</pre>
    </details>
  )
}
