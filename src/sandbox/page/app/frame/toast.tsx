import { useWords } from '../words.ts'

/** Something that did not work, said once, until it is closed. */
export function Toast({ text, onClose }: { text: string | null; onClose: () => void }) {
  const { say } = useWords()
  return (
    <div role="alert" className={text ? 'toast' : 'visually-hidden'}>
      {text}
      {text && (
        <button type="button" onClick={onClose}>
          {say('close')}
        </button>
      )}
    </div>
  )
}
