import { useRef, useState } from 'react'
import type { Element } from '../../../limits/block-types.ts'
import { Choice, optionsOf } from './choice.tsx'
import { Confirm } from './confirm.tsx'
import { readable } from '../conversation/hidden-signs.ts'
import { useWords } from '../words.ts'

interface ControlProps {
  element: Element
  /** What was chosen before. */
  state: unknown
  onAction(action: string, value?: string): Promise<boolean>
}

/** Something a person can use at once: a button, a menu, a choice. */
export function Control({ element, state, onAction }: ControlProps) {
  const { say } = useWords()
  const id = element.action_id ?? ''
  if (element.type === 'button') return <Button element={element} onAction={onAction} />
  if (element.type === 'overflow') {
    return (
      <select
        className="overflow"
        aria-label={say('more')}
        value=""
        onChange={(event) => void onAction(id, event.target.value)}
      >
        <option value="">⋯</option>
        {optionsOf(element).map(({ value, text }) => (
          <option key={value} value={value}>
            {readable(text.text)}
          </option>
        ))}
      </select>
    )
  }
  return (
    <Choice
      element={element}
      state={state}
      label={readable(element.placeholder?.text ?? say('choose'))}
      onChoose={(value) => void onAction(id, value)}
    />
  )
}

function Button({ element, onAction }: Omit<ControlProps, 'state'>) {
  const dialog = useRef<HTMLDialogElement>(null)
  const { action_id: id = '', value, url, style = '', confirm } = element
  const [isBusy, setBusy] = useState(false)
  const act = async () => {
    if (isBusy) return
    if (url) window.open(url, '_blank', 'noreferrer')
    setBusy(true)
    await onAction(id, value)
    setBusy(false)
  }
  return (
    <>
      <button
        type="button"
        className={`button ${style}`}
        data-action={id}
        aria-label={element.accessibility_label}
        aria-busy={isBusy}
        onClick={() => (confirm ? dialog.current?.showModal() : void act())}
      >
        {readable(typeof element.text === 'string' ? element.text : (element.text?.text ?? ''))}
      </button>
      {confirm && <Confirm ref={dialog} confirm={confirm} onConfirm={() => void act()} />}
    </>
  )
}
