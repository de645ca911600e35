/** Where the card of a lead is, as far as Baton knows: posted, on its way, refused by Slack, or none of these. */
export type CardPlace = 'stands' | 'waits' | 'refused' | 'nowhere'

/** What a notice is to the card of a lead. One that only speaks of the lead, to somebody else, is nothing to its card. */
export type ToCard = 'itself' | 'below' | 'nothing'

/** A notice that is not shown, because Slack refuses it or somebody gives it up; with what is known of its lead. */
export interface Unshown {
  toCard: ToCard
  /** Why Slack refused it for good; `null` for what only waited. */
  cause: string | null
  /** Whether it belongs to the card of a lead that nobody has decided: that lead needs a card. */
  isUndecided: boolean
  card: CardPlace
}

/** What became of the card or digest that a notice hangs below, where that was not shown. */
export interface Above {
  fate: 'kept' | 'given-up'
  cause: string
}

/** A notice that Slack has just refused. */
export interface Refused extends Unshown {
  cause: string
  above: Above | null
  /** Whether the attempt was at a card that is another one by now: then it says nothing of that one. */
  isOutdated: boolean
}

/** `kept`: a trouble, until somebody sends it again or drops it. `card-anew`: the lead gets a new card instead of it. */
export type Fate = Above | { fate: 'card-anew' } | { fate: 'again' }

/**
 * What becomes of a notice that Slack refuses for good. An undecided lead whose card somebody deleted gets a new one; a
 * decided one needs none, and what would have been shown there is left out.
 */
export function whenRefused({ above, isOutdated, ...refused }: Refused): Fate {
  const { cause } = refused
  if (refused.toCard !== 'below') return above ?? { fate: 'kept', cause }
  if (isOutdated) return { fate: 'again' }
  if (refused.isUndecided && refused.card === 'nowhere') return { fate: 'card-anew' }
  if (above) return above
  if (isGone(cause)) return refused.isUndecided ? { fate: 'card-anew' } : { fate: 'given-up', cause }
  return { fate: 'kept', cause }
}

/**
 * What becomes of a notice that somebody gives up. What tells that an undecided lead has no card that can be clicked is
 * kept: the card itself, or what was refused below it.
 */
export function whenDropped(unshown: Unshown): 'given-up' | 'kept' | 'card-anew' {
  const { toCard, cause, isUndecided, card } = unshown
  if (!isUndecided) return 'given-up'
  if (toCard === 'nothing') return 'given-up'
  if (toCard === 'itself') return card === 'stands' ? 'given-up' : 'kept'
  if (card === 'nowhere') return 'card-anew'
  if (card !== 'stands' || cause === null) return 'given-up'
  if (isGone(cause)) return 'card-anew'
  return leavesCardAlone(cause) ? 'given-up' : 'kept'
}

/** Whether an undecided lead has no card that anybody could decide it by, and this notice is what says so. */
export const holdsLead = (unshown: Unshown): boolean => whenDropped(unshown) !== 'given-up'

/** What Slack says of a message that was deleted. */
const isGone = (cause: string): boolean => cause === 'message_not_found' || cause === 'thread_not_found'

/**
 * Whether Slack refuses only what should have been shown: the card stands there as it was, and can be clicked. Any other
 * refusal (an archived channel, a message that is not Baton's any more, an unknown code) says that it may be out of reach.
 */
function leavesCardAlone(cause: string): boolean {
  return harmless.has(cause) || cause.startsWith('restricted_action') || cause.startsWith("can't be drawn")
}
const harmless = new Set([
  ...['edit_window_closed', 'not_allowed', 'the card was never posted'],
  ...['invalid_blocks', 'invalid_blocks_format', 'msg_too_long', 'msg_blocks_too_long', 'no_text'],
  ...['invalid_arguments', 'invalid_metadata_format', 'invalid_metadata_schema', 'metadata_too_large'],
  ...['markdown_text_conflict', 'too_many_attachments', 'invalid_attachments'],
])
