/** What only changes how a text looks. */
const softKinds = ['bold', 'italic', 'strike', 'code', 'quote', 'emoji', 'markdown'] as const
type SoftKind = (typeof softKinds)[number]

/** What Slack would act on, or what would deceive whoever reads it. */
type HardKind =
  | 'user'
  | 'group'
  | 'everyone'
  | 'date'
  | 'channel'
  | 'link'
  | 'auto-link'
  | 'auto-name'
  | 'control'
  | 'entity'

export type LiveKind = HardKind | SoftKind

/** Something live in one text. */
export interface Finding {
  kind: LiveKind
  what: string
}

export const isSoft = (kind: LiveKind): boolean => softKinds.some((soft) => soft === kind)

/** Every match of a pattern, as a finding of that kind. */
export function found(kind: LiveKind, text: string, pattern: RegExp): Finding[] {
  return [...text.matchAll(pattern)].map(([what]) => ({ kind, what }))
}
