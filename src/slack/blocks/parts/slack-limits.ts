/**
 * What Slack takes at most, in characters where nothing else is said. Longer texts are refused with the whole message:
 * https://docs.slack.dev/reference/block-kit. The sandbox holds Baton to them by numbers of its own.
 */
export const slackLimits = {
  header: 150,
  section: 3000,
  /** Fields of a section, and each of them. */
  fields: 10,
  field: 2000,
  /** Texts in a line of context. Slack takes 3000 characters in one; it is small print, so Baton gives it less. */
  contextElements: 10,
  contextElement: 2000,
  button: 75,
  /** What a screen reader says instead of a button's text. */
  accessibilityLabel: 75,
  /** Of a button. */
  value: 2000,
  blockId: 255,
  placeholder: 150,
  options: 100,
  option: 75,
  optionValue: 75,
  /** Of an input. */
  label: 2000,
  hint: 2000,
  /** Title, submit and close of a modal. */
  modalTitle: 24,
  modalButton: 24,
  tableRows: 100,
  /** In all tables of a message. */
  tables: 10_000,
  chartTitle: 50,
  chartLabel: 20,
  chartPoints: 20,
} as const
