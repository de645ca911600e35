/** Every id that Slack sends back to us, named once. */
export const actions = {
  accept: 'lead.accept',
  reject: 'lead.reject',
  praise: 'lead.praise',
  showContact: 'lead.show-contact',
  showPersona: 'persona.show',
  sharePersona: 'persona.share',
  shareDefinition: 'definition.share',
  rejectReason: 'reject.reason',
  changed: 'digest.changed',
  notNow: 'digest.not-now',
  why: 'digest.why',
  sendAgain: 'notice.send-again',
} as const

export const views = {
  reject: 'lead.reject',
  change: 'digest.change',
} as const

export const commands = {
  persona: '/persona',
  define: '/define',
  lead: '/lead',
  digest: '/digest',
} as const

/** Block and input ids of the reject modal. */
export const rejectFields = {
  reason: 'reason',
  attribute: 'attribute',
  actual: 'actual',
  note: 'note',
} as const

/** Block and input ids of the modal in which marketing says what it changed. */
export const changeFields = {
  target: 'target',
  what: 'what',
  since: 'since',
} as const

/** The event type of the message metadata that carries a notice id. */
export const noticeMetadata = 'baton_notice'

/** Matches the ids of one family of buttons, such as `lead.praise.good-timing`. */
export function beginsWith(id: string): RegExp {
  return new RegExp(`^${literally(id)}\\.`)
}

/** Matches any id but these and their families. */
export function notOneOf(ids: string[]): RegExp {
  return new RegExp(`^(?!(?:${ids.map(literally).join('|')})(?:\\.|$))`)
}

const literally = (id: string): string => id.replaceAll(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`)
