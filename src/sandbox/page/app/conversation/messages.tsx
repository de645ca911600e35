import type { SeenMessage } from '../../sight.ts'
import { useDesk } from '../desk.ts'
import { MessageView } from './message-view.tsx'
import { dayOf } from './time.ts'
import { useStickyEnd } from './use-sticky-end.ts'
import { useWords } from '../words.ts'

/** Messages, the oldest first, a line between two days. Whoever reads the end stays at the end when more comes. */
export function Messages({ messages }: { messages: SeenMessage[] }) {
  const { sight } = useDesk()
  const { say } = useWords()
  const scroll = useStickyEnd()
  let day = ''
  const rows = messages.map((message) => {
    const before = day
    day = dayOf(message.ts, sight.me)
    return (
      <li key={message.ts}>
        {day !== before && <p className="day">{day}</p>}
        <MessageView message={message} />
      </li>
    )
  })
  return (
    <div className="scroll" ref={scroll} tabIndex={-1}>
      {sight.earlier > 0 && <p className="empty">{say('earlier', { count: sight.earlier })}</p>}
      {rows.length === 0 && <p className="empty">{say('empty-channel')}</p>}
      <ol className="messages">{rows}</ol>
    </div>
  )
}
