import type { Ref } from 'react'
import type { Element } from '../../../limits/block-types.ts'
import { readable } from '../conversation/hidden-signs.ts'
import { useWords } from '../words.ts'

interface ConfirmProps {
  ref: Ref<HTMLDialogElement>
  confirm: NonNullable<Element['confirm']>
  onConfirm(): void
}

/** The question before something that can't be undone. */
export function Confirm({ ref, confirm, onConfirm }: ConfirmProps) {
  const { say } = useWords()
  const { title, text, confirm: yes, deny: no } = confirm
  return (
    <dialog ref={ref} className="confirm" aria-label={readable(title?.text ?? '')}>
      <form method="dialog">
        <h2>{readable(title?.text ?? '')}</h2>
        <p>{readable(text?.text ?? '')}</p>
        <footer>
          <button type="submit" className="button">
            {readable(no?.text ?? say('cancel'))}
          </button>
          <button type="submit" className="button primary" onClick={onConfirm}>
            {readable(yes?.text ?? say('confirm'))}
          </button>
        </footer>
      </form>
    </dialog>
  )
}
