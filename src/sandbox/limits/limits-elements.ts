import type { Element } from './block-types.ts'
import { plainViolations, required, textViolations, tooLong } from './limits-basics.ts'
import { optionsViolations } from './limits-options.ts'

type Rule = (element: Element, where: string) => string[]

const isoDate = /^\d{4}-\d{2}-\d{2}$/
const isoTime = /^([01]\d|2[0-3]):[0-5]\d$/

/** What is particular to an element; one that is not named here has only what all have. */
const rules: Record<string, Rule> = {
  button: buttonViolations,
  plain_text_input: textInputViolations,
  number_input: numberViolations,
  image: (element, where) => [
    ...required(`${where}/alt_text`, element.alt_text),
    ...tooLong(`${where}/alt_text`, element.alt_text, 2000),
    ...tooLong(`${where}/image_url`, element.image_url, 3000),
  ],
  datepicker: ({ initial_date: date }, where) => shaped(`${where}/initial_date`, date, isoDate),
  timepicker: ({ initial_time: time }, where) => shaped(`${where}/initial_time`, time, isoTime),
  datetimepicker: ({ initial_date_time: at }, where) =>
    shaped(`${where}/initial_date_time`, at?.toString(), /^\d{10}$/),
}

/** What Slack would refuse in one interactive element or image. */
export function elementViolations(element: Element, where: string): string[] {
  return [
    ...(element.type === 'image' ? [] : required(`${where}/action_id`, element.action_id)),
    ...tooLong(`${where}/action_id`, element.action_id, 255),
    ...plainViolations(`${where}/placeholder`, element.placeholder, 150),
    ...(rules[element.type]?.(element, where) ?? []),
    ...(element.max_selected_items !== undefined && element.max_selected_items < 1
      ? [`${where}/max_selected_items: less than 1`]
      : []),
    ...confirmViolations(element, where),
    ...optionsViolations(element, where),
  ]
}

function buttonViolations(element: Element, where: string): string[] {
  return [
    ...required(`${where}/text`, element.text),
    ...plainViolations(`${where}/text`, element.text, 75),
    ...tooLong(`${where}/value`, element.value, 2000),
    ...tooLong(`${where}/url`, element.url, 3000),
    ...tooLong(`${where}/accessibility_label`, element.accessibility_label, 75),
    ...(element.style !== undefined && !['primary', 'danger'].includes(element.style)
      ? [`${where}/style: unknown`]
      : []),
  ]
}

function textInputViolations(element: Element, where: string): string[] {
  const { min_length: least = 0, max_length: most = 3000 } = element
  return [
    ...(most > 3000 ? [`${where}/max_length: more than 3000`] : []),
    ...(most < 1 ? [`${where}/max_length: less than 1`] : []),
    ...(least > 3000 ? [`${where}/min_length: more than 3000`] : []),
    ...(least > most ? [`${where}/min_length: more than max_length`] : []),
    ...tooLong(`${where}/initial_value`, element.initial_value, Math.min(most, 3000)),
  ]
}

function numberViolations(element: Element, where: string): string[] {
  const { min_value: least, max_value: most, initial_value: initial } = element
  const isCrossed = least !== undefined && most !== undefined && Number(least) > Number(most)
  return [
    ...(element.is_decimal_allowed === undefined ? [`${where}/is_decimal_allowed: is required`] : []),
    ...(isCrossed ? [`${where}/min_value: more than max_value`] : []),
    ...shaped(`${where}/initial_value`, initial, /^-?\d+(\.\d+)?$/),
  ]
}

function shaped(where: string, value: string | undefined, shape: RegExp): string[] {
  return value === undefined || shape.test(value) ? [] : [`${where}: not in the form Slack takes`]
}

function confirmViolations({ confirm }: Element, where: string): string[] {
  if (!confirm) return []
  return [
    ...plainViolations(`${where}/confirm/title`, confirm.title, 100),
    ...textViolations(`${where}/confirm/text`, confirm.text, 300),
    ...plainViolations(`${where}/confirm/confirm`, confirm.confirm, 30),
    ...plainViolations(`${where}/confirm/deny`, confirm.deny, 30),
  ]
}
