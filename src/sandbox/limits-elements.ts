import type { Element, Option } from './block-types.ts'
import { textViolations, tooLong, tooMany } from './limits-basics.ts'

const optionLimits: Record<string, number> = { overflow: 5, radio_buttons: 10, checkboxes: 10 }

/** What Slack would refuse in one interactive element or image. */
export function elementViolations(element: Element, where: string): string[] {
  return [
    ...(element.type !== 'image' && !element.action_id ? [`${where}/action_id: is required`] : []),
    ...tooLong(`${where}/action_id`, element.action_id, 255),
    ...textViolations(`${where}/placeholder`, element.placeholder, 150),
    ...(element.type === 'button' ? buttonViolations(element, where) : []),
    ...(element.type === 'plain_text_input' ? inputViolations(element, where) : []),
    ...(element.type === 'image' && !element.alt_text ? [`${where}/alt_text: is required`] : []),
    ...confirmViolations(element, where),
    ...optionsViolations(element, where),
  ]
}

function buttonViolations(element: Element, where: string): string[] {
  const text = typeof element.text === 'string' ? { type: 'invalid', text: element.text } : element.text
  return [
    ...(text ? textViolations(`${where}/text`, text, 75) : [`${where}/text: is required`]),
    ...(text?.type === 'mrkdwn' ? [`${where}/text: must be plain_text`] : []),
    ...tooLong(`${where}/value`, element.value, 2000),
    ...tooLong(`${where}/url`, element.url, 3000),
    ...tooLong(`${where}/accessibility_label`, element.accessibility_label, 75),
    ...(element.style !== undefined && !['primary', 'danger'].includes(element.style)
      ? [`${where}/style: unknown`]
      : []),
  ]
}

function inputViolations(element: Element, where: string): string[] {
  const max = element.max_length ?? 3000
  return [
    ...(max > 3000 ? [`${where}/max_length: more than 3000`] : []),
    ...tooLong(`${where}/initial_value`, element.initial_value, Math.min(max, 3000)),
  ]
}

function confirmViolations({ confirm }: Element, where: string): string[] {
  if (!confirm) return []
  return [
    ...textViolations(`${where}/confirm/title`, confirm.title, 100),
    ...textViolations(`${where}/confirm/text`, confirm.text, 300),
    ...textViolations(`${where}/confirm/confirm`, confirm.confirm, 30),
    ...textViolations(`${where}/confirm/deny`, confirm.deny, 30),
  ]
}

function optionsViolations(element: Element, where: string): string[] {
  const groups = element.option_groups ?? []
  const options = [...(element.options ?? []), ...groups.flatMap((group) => group.options)]
  const takesOptions = element.type === 'static_select' || element.type in optionLimits
  return [
    ...(takesOptions && options.length === 0 ? [`${where}/options: is required`] : []),
    ...tooMany(`${where}/options`, element.options, optionLimits[element.type] ?? 100),
    ...tooMany(`${where}/option_groups`, groups, 100),
    ...options.flatMap((option, index) => optionViolations(option, `${where}/options/${index}`)),
    ...initialViolations(element, options, where),
  ]
}

function optionViolations(option: Option, where: string): string[] {
  return [
    ...textViolations(`${where}/text`, option.text, 75),
    ...textViolations(`${where}/description`, option.description, 75),
    ...tooLong(`${where}/value`, option.value, 75),
  ]
}

function initialViolations({ initial_option: initial }: Element, options: Option[], where: string): string[] {
  if (!initial || options.some((option) => option.value === initial.value)) return []
  return [`${where}/initial_option: not one of the options`]
}
