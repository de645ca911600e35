import type { SeenMessage } from '../../sight.ts'
import { Avatar } from './avatar.tsx'
import { Blocks } from '../blocks/blocks.tsx'
import { SharedFile } from './shared-file.tsx'
import { useDesk } from '../desk.ts'
import { timeOf } from './time.ts'
import { useWords } from '../words.ts'

/** One message: who, when, what, and what was said about it. */
export function MessageView({ message }: { message: SeenMessage }) {
  const { sight, turnTo, gaze } = useDesk()
  const { say } = useWords()
  const author = sight.people.find((person) => person.id === message.user)
  const isPrivate = message.ephemeralFor !== undefined
  const openThread = () => turnTo({ thread: message.thread_ts ?? message.ts })
  return (
    <article className={isPrivate ? 'message private' : 'message'} data-ts={message.ts}>
      <Avatar name={author?.name ?? message.user} isApp={author?.isApp ?? false} />
      <div className="message-body">
        {isPrivate && <p className="only-you">{say('only-you')}</p>}
        <p className="byline">
          <strong>{author?.name ?? message.user}</strong>
          {author?.isApp && <span className="app-badge">{say('app-badge')}</span>}
          <time>{timeOf(message.ts, sight.me)}</time>
        </p>
        <Content message={message} />
        {message.replies && (
          <button type="button" className="replies" onClick={openThread}>
            {say('replies', { count: message.replies.count })}
            <small>{say('last-reply', { time: timeOf(message.replies.lastTs, sight.me) })}</small>
          </button>
        )}
      </div>
      {!isPrivate && gaze.thread === null && (
        <button type="button" className="reply-action" onClick={openThread}>
          {say('reply')}
        </button>
      )}
    </article>
  )
}

function Content({ message }: { message: SeenMessage }) {
  const { act } = useDesk()
  const { channel, ts, blocks, text, files } = message
  const spoken = text === '' ? [] : [{ type: 'section', text: { type: 'mrkdwn', text } }]
  const shown = blocks?.length ? blocks : spoken
  return (
    <>
      <Blocks
        blocks={shown}
        values={{}}
        onAction={(action, value) => act({ do: 'click', channel, ts, action, value, seen: shown })}
      />
      {files?.map((file) => (
        <SharedFile key={file.id} file={file} />
      ))}
    </>
  )
}
