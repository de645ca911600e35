import { useId } from 'react'
import type { Block, Element } from '../../../limits/block-types.ts'
import { Choice } from './choice.tsx'
import { readable } from '../conversation/hidden-signs.ts'
import { useWords } from '../words.ts'

/** How the inputs of a modal are filled in. */
export interface Entering {
  /** What Slack knows of an input. */
  stateOf(block: Block): unknown
  errorOf(block: Block): string | undefined
  /** A text that is being written; Slack hears of it when the modal is sent. */
  onWrite(block: Block, text: string): void
  /** Something was chosen; Slack hears of it at once. */
  onChoose(block: Block, value: string): void
}

/** An input with its label, its hint, and what is wrong with it. */
export function InputBlock({ block, entering }: { block: Block; entering: Entering }) {
  const { say } = useWords()
  const id = useId()
  const error = entering.errorOf(block)
  return (
    <div className={error ? 'input invalid' : 'input'}>
      <label htmlFor={id} id={`${id}-label`}>
        {readable(block.label?.text ?? '')} {block.optional && <small>{say('optional')}</small>}
      </label>
      {block.element && <Field id={id} block={block} element={block.element} entering={entering} />}
      {error && (
        <p role="alert" id={`${id}-error`} className="error">
          {error}
        </p>
      )}
      {block.hint && <p className="hint">{readable(block.hint.text)}</p>}
    </div>
  )
}

interface FieldProps {
  id: string
  block: Block
  element: Element
  entering: Entering
}

function Field({ id, block, element, entering }: FieldProps) {
  const { say } = useWords()
  const isInvalid = entering.errorOf(block) !== undefined
  if (!element.type.endsWith('text_input') && element.type !== 'number_input') {
    return (
      <Choice
        element={element}
        state={entering.stateOf(block)}
        label={readable(element.placeholder?.text ?? say('choose'))}
        labelledBy={`${id}-label`}
        invalid={isInvalid}
        onChoose={(value) => entering.onChoose(block, value)}
      />
    )
  }
  const common = {
    ...{ id, 'aria-invalid': isInvalid, maxLength: element.max_length ?? 3000 },
    ...(isInvalid && { 'aria-describedby': `${id}-error` }),
    placeholder: readable(element.placeholder?.text ?? ''),
    defaultValue: writtenOf(entering.stateOf(block)),
    onChange: (event: { target: { value: string } }) => entering.onWrite(block, event.target.value),
  }
  return element.multiline ? <textarea rows={4} {...common} /> : <input type="text" {...common} />
}

function writtenOf(state: unknown): string {
  const { value } = (state ?? {}) as { value?: string | null }
  return value ?? ''
}
