import type { NoticeContent } from './notice.ts'

export type NoticeKind = NoticeContent['kind']

interface Traits {
  /** The card of a handoff, by which it can be decided. */
  isCard?: true
  /** Drawn from the state alone: one that still waits serves for a later one below the same message. */
  isRedrawn?: true
  /** Posts a digest: what hangs below it goes where it goes. */
  isDigest?: true
  /** Tells operations of a trouble. Nobody is told where it is refused itself, or that would never end. */
  isReport?: true
}
export type Trait = keyof Traits

/** What is special about each kind. Whoever asks for a kind asks for its trait: the SQL of src/db names none. */
const kinds: Record<NoticeKind, Traits> = {
  card: { isCard: true },
  'card-update': { isRedrawn: true },
  thread: {},
  'asked-again': {},
  digest: { isDigest: true },
  'digest-details': {},
  'digest-trend': {},
  'digest-csv': {},
  'digest-manager': {},
  'digest-own': {},
  ledger: {},
  trouble: { isReport: true },
  'trouble-update': { isReport: true },
}

export const hasTrait = (kind: NoticeKind, trait: Trait): boolean => kinds[kind][trait] === true

// Object.keys forgets that the keys are those of the table.
export const allKinds = Object.keys(kinds) as NoticeKind[]

export const kindsWith = (trait: Trait): NoticeKind[] => allKinds.filter((kind) => hasTrait(kind, trait))
