import type { GivenUp } from '../flows/delivery/give-up.ts'

/** What was given up, or would be, and what was not, as nobody could decide a lead any more. */
export function givenUpLines({ count, setAside, kept, cardsAnew }: GivenUp, isDone: boolean): string {
  const done = isDone ? 'given up, and kept as dropped.' : 'would be given up. Add --yes to do it.'
  return [
    ...(count > 0 || kept === 0 ? [`${count} ${done}`] : []),
    ...(setAside > 0 ? [`${setAside} of them, cards of leads that nobody has decided, only set aside.`] : []),
    ...(cardsAnew > 0 ? [`New cards for leads that nobody has decided: ${cardsAnew}.`] : []),
    ...(kept > 0 ? [stillWanted(kept)] : []),
  ].join(' ')
}

const stillWanted = (count: number): string =>
  `${count} hold leads that nobody has decided, and nobody could any more: they stay. Send them again, or to another ` +
  'channel: npm run baton -- outbox send-again --lane ID --to ID.'
