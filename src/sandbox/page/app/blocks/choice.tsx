import type { Element, Option } from '../../../limits/block-types.ts'
import { readable } from '../conversation/hidden-signs.ts'

interface ChoiceProps {
  element: Element
  /** What was chosen before, as Slack reports it. */
  state: unknown
  label: string
  /** The id of the text that names it. */
  labelledBy?: string
  invalid?: boolean
  onChoose(value: string): void
}

/** One of several: a menu, radio buttons, or a date. */
export function Choice({ element, state, label, labelledBy, invalid = false, onChoose }: ChoiceProps) {
  const chosen = chosenOf(state)
  const named = labelledBy ? { 'aria-labelledby': labelledBy } : { 'aria-label': label }
  if (element.type === 'radio_buttons')
    return <Radios element={element} named={named} chosen={chosen} onChoose={onChoose} />
  if (element.type === 'datepicker') {
    return <input type="date" {...named} value={chosen} onChange={(event) => onChoose(event.target.value)} />
  }
  return (
    <select
      {...named}
      aria-invalid={invalid}
      value={chosen}
      onChange={(event) => onChoose(event.target.value)}
    >
      {chosen === '' && <option value="">{label}</option>}
      {(element.options ?? []).map(drawOption)}
      {(element.option_groups ?? []).map((group) => (
        <optgroup key={group.label.text} label={readable(group.label.text)}>
          {group.options.map(drawOption)}
        </optgroup>
      ))}
    </select>
  )
}

interface RadiosProps extends Pick<ChoiceProps, 'element' | 'onChoose'> {
  named: object
  chosen: string
}

function Radios({ element, named, chosen, onChoose }: RadiosProps) {
  return (
    <div role="radiogroup" {...named}>
      {optionsOf(element).map((option) => (
        <label key={option.value} className="radio">
          <input
            type="radio"
            name={element.action_id}
            checked={chosen === option.value}
            onChange={() => onChoose(option.value)}
          />
          {readable(option.text.text)}
          {option.description && <small>{readable(option.description.text)}</small>}
        </label>
      ))}
    </div>
  )
}

export function optionsOf({ options = [], option_groups: groups = [] }: Element): Option[] {
  return [...options, ...groups.flatMap((group) => group.options)]
}

const drawOption = ({ value, text }: Option) => (
  <option key={value} value={value}>
    {readable(text.text)}
  </option>
)

/** What an input holds, in the words that the sandbox reports it with. */
function chosenOf(state: unknown): string {
  const { selected_option: option, selected_date: date, selected_user: user } = (state ?? {}) as Chosen
  return option?.value ?? date ?? user ?? ''
}

interface Chosen {
  selected_option?: Option | null
  selected_date?: string | null
  selected_user?: string | null
}
