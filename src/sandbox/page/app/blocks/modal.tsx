import { useEffect, useRef, useState, type FormEvent } from 'react'
import type { SeenView } from '../../sight.ts'
import { Blocks } from './blocks.tsx'
import { useDesk } from '../desk.ts'
import { readable } from '../conversation/hidden-signs.ts'
import { useEntering } from '../use-entering.ts'
import { useWords } from '../words.ts'

/** The modal in front of the person. Escape closes it, and what is wrong stands beside the field. */
export function Modal({ view }: { view: SeenView }) {
  const { act } = useDesk()
  const dialog = useOpen()
  const { entering, written } = useEntering(view)
  const [isBusy, setBusy] = useState(false)
  const submit = async (event: FormEvent) => {
    event.preventDefault()
    setBusy(true)
    await act({ do: 'submit', values: written() })
    setBusy(false)
  }
  const close = () => void act({ do: 'close' })
  const title = readable(view.title?.text ?? '')
  return (
    <dialog
      ref={dialog}
      className="modal"
      aria-label={title}
      onCancel={(event) => {
        event.preventDefault()
        close()
      }}
    >
      <form onSubmit={(event) => void submit(event)} noValidate>
        <ModalHead title={title} onClose={close} />
        <div className="scroll">
          <Blocks
            blocks={view.blocks}
            values={view.values}
            onAction={(action, value) => act({ do: 'click-in-view', action, value })}
            entering={entering}
          />
        </div>
        <ModalFoot view={view} isBusy={isBusy} onClose={close} />
      </form>
    </dialog>
  )
}

function ModalHead({ title, onClose }: { title: string; onClose: () => void }) {
  const { say } = useWords()
  return (
    <header>
      <h1>{title}</h1>
      <button type="button" className="quiet" aria-label={say('close')} onClick={onClose}>
        ×
      </button>
    </header>
  )
}

function ModalFoot({ view, isBusy, onClose }: { view: SeenView; isBusy: boolean; onClose: () => void }) {
  const { say } = useWords()
  return (
    <footer>
      <button type="button" className="button" onClick={onClose}>
        {readable(view.close?.text ?? say('cancel'))}
      </button>
      {view.submit && (
        <button type="submit" className="button primary" disabled={isBusy}>
          {readable(view.submit.text)}
        </button>
      )}
    </footer>
  )
}

function useOpen() {
  const dialog = useRef<HTMLDialogElement>(null)
  useEffect(() => dialog.current?.showModal(), [])
  return dialog
}
