import type { Element, Option } from './block-types.ts'
import { plainViolations, required, textViolations, tooLong, tooMany } from './limits-basics.ts'

/** Menus and their most options. */
const most: Record<string, number> = {
  static_select: 100,
  multi_static_select: 100,
  overflow: 5,
  radio_buttons: 10,
  checkboxes: 10,
}

/** Only these show a text with formatting beside a box or a dot. */
const formatted = new Set(['radio_buttons', 'checkboxes'])

/** What Slack would refuse in the options of a menu. */
export function optionsViolations(element: Element, where: string): string[] {
  const { type, options: single, option_groups: groups } = element
  const options = optionsOf(element)
  return [
    ...(type in most ? required(`${where}/options`, options.length) : []),
    ...(single && groups ? [`${where}: options or option_groups, not both`] : []),
    ...tooMany(`${where}/options`, single, most[type] ?? 100),
    ...tooMany(`${where}/option_groups`, groups, 100),
    ...(groups ?? []).flatMap((group, index) => [
      ...plainViolations(`${where}/option_groups/${index}/label`, group.label, 75),
      ...tooMany(`${where}/option_groups/${index}/options`, group.options, 100),
    ]),
    ...options.flatMap((option, index) =>
      optionViolations(option, `${where}/options/${index}`, formatted.has(type)),
    ),
    ...initialViolations(element, options, where),
  ]
}

/** Everything that can be chosen in a menu. */
export function optionsOf({ options = [], option_groups: groups = [] }: Element): Option[] {
  return [...options, ...groups.flatMap((group) => group.options)]
}

function optionViolations({ text, description, value, url }: Option, where: string, mayFormat: boolean) {
  const check = mayFormat ? textViolations : plainViolations
  return [
    ...required(`${where}/text`, text),
    ...check(`${where}/text`, text, 75),
    ...check(`${where}/description`, description, 75),
    ...(typeof value === 'string' ? tooLong(`${where}/value`, value, 75) : [`${where}/value: is required`]),
    ...tooLong(`${where}/url`, url, 3000),
  ]
}

function initialViolations(element: Element, options: Option[], where: string): string[] {
  // Only a menu of another server has options that nobody can see here.
  if (!(element.type in most)) return []
  const known = new Set(options.map(({ value }) => value))
  const isStrange = (option: Option) => !known.has(option.value)
  return [
    ...(element.initial_option && isStrange(element.initial_option)
      ? [`${where}/initial_option: not one of the options`]
      : []),
    ...(element.initial_options?.some(isStrange)
      ? [`${where}/initial_options: not all of them are options`]
      : []),
    ...tooMany(`${where}/initial_options`, element.initial_options, element.max_selected_items ?? 100),
  ]
}
