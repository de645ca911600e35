import type { SeenMessage } from '../../sight.ts'
import { Composer } from './composer.tsx'
import { useDesk } from '../desk.ts'
import { MessageView } from './message-view.tsx'
import { useStickyEnd } from './use-sticky-end.ts'
import { useWords } from '../words.ts'

/** What was said about one message, and a place to answer. */
export function ThreadPane({ messages }: { messages: SeenMessage[] }) {
  const { gaze, turnTo } = useDesk()
  const { say } = useWords()
  const scroll = useStickyEnd()
  return (
    <aside className="thread" aria-label={say('thread')}>
      <header className="pane-title">
        <h2>{say('thread')}</h2>
        <button type="button" aria-label={say('close-thread')} onClick={() => turnTo({ thread: null })}>
          ×
        </button>
      </header>
      <div className="scroll" ref={scroll} tabIndex={-1}>
        <ol className="messages">
          {messages.map((message) => (
            <li key={message.ts}>
              <MessageView message={message} />
            </li>
          ))}
        </ol>
      </div>
      <Composer label={say('reply-here')} channel={gaze.channel ?? ''} thread={gaze.thread} />
    </aside>
  )
}
